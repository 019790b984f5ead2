import { describe, expect, test } from 'vitest'
import { WriteNote } from '@/forum/moderation/input'
import { readRecord, writeNote } from '@/forum/moderation/record'
import { parse } from '@/forum/parse'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { codeOf, makePerson } from '../support/people'

describe('what the desk knows of a person', () => {
  test('is for those who moderate: figures, notes, suspensions, decisions, and who else comes from their network', async () => {
    const [member, neighbour, stranger] = [await makePerson(), await makePerson(), await makePerson()]
    const [moderator, owner] = [await makePerson('moderator'), await makePerson('owner')]
    for (const [person, networkHash] of [
      [member, 'one'],
      [neighbour, 'one'],
      [stranger, 'another'],
    ] as const)
      await db.session.create({
        data: {
          id: newId(),
          userId: person.id,
          sessionToken: newId(),
          networkHash: `${networkHash} ${member.id}`,
          expires: new Date(Date.now() + 60_000),
        },
      })
    await writeNote(moderator, parse(WriteNote, { handle: member.handle, body: 'Was asked twice.\r\n又问了一次。' }))
    const { person, notes, can } = await readRecord(moderator, member.handle)
    expect(person.neighbours).toEqual({ handles: [neighbour.handle], more: false })
    expect(notes).toMatchObject([{ body: 'Was asked twice.\n又问了一次。', by: { handle: moderator.handle } }])
    expect(can.note).toBe(true)
    expect((await readRecord(moderator, owner.handle)).can.note).toBe(false)
    for (const handle of [moderator.handle, owner.handle])
      expect(await codeOf(writeNote(moderator, { handle, body: 'No.' }))).toBe('not-allowed')
    for (const who of [member, GUEST]) {
      const code = who === GUEST ? 'sign-in-required' : 'not-found'
      expect(await codeOf(readRecord(who, member.handle))).toBe(code)
      expect(await codeOf(writeNote(who, { handle: member.handle, body: 'No.' }))).toBe(code)
    }
    for (const body of ['', ' \u200b ', 'x'.repeat(2_001), 'a\u0000'])
      expect(() => parse(WriteNote, { handle: member.handle, body })).toThrow(/^bad-/)
  })
})
