import { describe, expect, test } from 'vitest'
import { editComment } from '@/forum/comments/mutations'
import { readComment } from '@/forum/comments/queries'
import { readHeldForOwn } from '@/forum/moderation/held'
import { hidePending } from '@/forum/moderation/hide-pending'
import { HidePending } from '@/forum/moderation/input'
import { readCase, readFlagging } from '@/forum/moderation/queries'
import { readQueue } from '@/forum/moderation/queue'
import { parse } from '@/forum/parse'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makeEssay, makePerson, say } from '../support/people'

process.env.LIMITS = 'off'

const reason = 'It names a private address.'

async function inOwnEssay() {
  const [author, writer] = [await makePerson(), await makePerson()]
  const [thread] = await makeEssay(['One paragraph.'], [author.id])
  if (!thread) throw new Error('an essay')
  return { author, writer, thread, commentId: await say(thread, { by: writer }) }
}

describe('a comment that the essay’s author hides', () => {
  test('is out of everybody’s sight but its writer’s and the moderators’, who find it in their queue', async () => {
    const { author, writer, thread, commentId } = await inOwnEssay()
    const moderator = await makePerson('moderator')
    expect((await readFlagging(author, commentId)).can.hide).toBe(true)
    expect((await readFlagging(writer, commentId)).can.hide).toBe(false)
    expect(await hidePending(author, { commentId, reason })).toEqual({ paragraphId: thread.id })
    for (const who of [GUEST, author, await makePerson()])
      expect(await codeOf(readComment(who, commentId))).toBe('not-found')
    expect((await readComment(moderator, commentId)).status).toBe('held')
    expect(await readHeldForOwn(writer, thread.id)).toMatchObject([
      { id: commentId, why: [{ source: 'author', code: 'hidden' }] },
    ])
    const item = await db.case.findFirstOrThrow({ where: { commentId }, select: { id: true, score: true } })
    expect(item.score).toBe(2)
    expect((await readCase(moderator, item.id)).comment.id).toBe(commentId)
    expect((await readQueue(moderator, { state: 'held', person: writer.handle })).cases.map(({ id }) => id)).toEqual([
      item.id,
    ])
    const entries = await db.logEntry.findMany({ where: { act: 'comment.hide-pending', subject: commentId } })
    expect(entries).toMatchObject([{ byId: author.id, reason }])
    const paragraph = await db.paragraph.findUniqueOrThrow({ where: { id: thread.id } })
    expect(paragraph.commentCount).toBe(0)
    // Mending it does not bring it back: a moderator has to look.
    await editComment(writer, commentId, { body: 'Without the address.' })
    expect((await readComment(moderator, commentId)).status).toBe('held')
    expect(await codeOf(hidePending(author, { commentId, reason }))).toBe('not-found')
  })

  test('is one in their own essay, of somebody who does not stand above them', async () => {
    const { author, writer, thread, commentId } = await inOwnEssay()
    for (const [who, code] of [
      [GUEST, 'sign-in-required'],
      [writer, 'not-found'],
      [await makePerson('moderator'), 'not-found'],
    ] as const)
      expect(await codeOf(hidePending(who, { commentId, reason }))).toBe(code)
    const elsewhere = await inOwnEssay()
    expect(await codeOf(hidePending(author, { commentId: elsewhere.commentId, reason }))).toBe('not-found')
    const own = await say(thread, { by: author })
    expect(await codeOf(hidePending(author, { commentId: own, reason }))).toBe('own-comment')
    const above = await say(thread, { by: await makePerson('moderator') })
    expect(await codeOf(hidePending(author, { commentId: above, reason }))).toBe('not-allowed')
    for (const bad of ['', 'x'.repeat(10_000), 'a\u0000b'])
      expect(() => parse(HidePending, { commentId, reason: bad })).toThrow(/^bad-/)
  })

  test('is hidden once by two presses at once', async () => {
    const { author, commentId } = await inOwnEssay()
    const codes = await Promise.allSettled([1, 2].map(() => hidePending(author, { commentId, reason })))
    expect(codes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.logEntry.count({ where: { act: 'comment.hide-pending', subject: commentId } })).toBe(1)
  })
})
