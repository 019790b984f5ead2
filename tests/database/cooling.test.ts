import { describe, expect, test } from 'vitest'
import { readEssay } from '@/forum/essay/queries'
import { readLog } from '@/forum/log/queries'
import { coolThread, readCooling } from '@/forum/moderation/cooling'
import { decideCase, takeDecision } from '@/forum/moderation/decide'
import { CoolThread, type DecideCase } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'
import { undoDecision } from '@/forum/moderation/undo'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, hold, makeEssay, makePerson, makeThread, say, type Thread } from '../support/people'

process.env.LIMITS = 'off'

/** What readers are told of the thread. */
const told = async (thread: Thread) =>
  (await readEssay(GUEST, thread.slug)).paragraphs.find(({ id }) => id === thread.id)

async function reported(thread: Thread) {
  const commentId = await say(thread)
  await flagComment(await makePerson(), commentId, { reason: 'unkind' })
  const item = await db.case.findFirstOrThrow({ where: { commentId }, select: { id: true, version: true } })
  return { commentId, id: item.id, version: item.version }
}
const slow = (version: number): DecideCase => ({
  act: 'slow',
  reason: 'Take your time.',
  slowSeconds: 300,
  days: 3,
  version,
  commentRevision: 1,
})

describe('slowing a discussion from a case', () => {
  test('leaves the comment, paces the others, tells readers how long and why, and stands in the log', async () => {
    const thread = await makeThread()
    const item = await reported(thread)
    await decideCase(await makePerson('moderator'), item.id, slow(item.version))
    expect(await db.comment.findUnique({ where: { id: item.commentId } })).toMatchObject({ status: 'published' })
    const now = await told(thread)
    expect(now?.slow).toMatchObject({ seconds: 300, note: 'Take your time.' })
    expect(Date.parse(now?.slow?.until ?? '') - Date.now()).toBeGreaterThan(2.9 * 86_400_000)
    const by = await makePerson()
    await say(thread, { by })
    expect(await codeOf(say(thread, { by }))).toBe('slow-mode')
    const { entries } = await readLog({ act: 'thread.slow' })
    expect(entries[0]).toMatchObject({ subject: item.commentId, details: { seconds: 300, days: 3 } })
  })

  test('can be taken back before it takes effect', async () => {
    const thread = await makeThread()
    const item = await reported(thread)
    const mod = await makePerson('moderator')
    const { id } = await takeDecision(mod, item.id, slow(item.version))
    await undoDecision(mod, id)
    expect((await told(thread))?.slow).toBeNull()
  })

  test('says nothing about a comment that waits, nor does closing it: neither is taken for a decision', async () => {
    const item = await reported(await makeThread())
    await hold(item.commentId)
    const mod = await makePerson('moderator')
    const { version } = await db.case.findUniqueOrThrow({ where: { id: item.id }, select: { version: true } })
    for (const act of ['slow', 'lock', 'noAction'] as const)
      expect(await codeOf(takeDecision(mod, item.id, { ...slow(version), act })), act).toBe('act-unfit')
  })
})

describe('a discussion’s own page', () => {
  const asked = (thread: Thread, act: string, more: object = {}) =>
    CoolThread.parse({ paragraphId: thread.id, act, reason: 'It runs hot.', ...more })

  test('slows, closes and opens it, for moderators and the essay’s authors; for others there is none', async () => {
    const author = await makePerson()
    const [thread] = await makeEssay(['Hot.'], [author.id])
    if (!thread) throw new Error('no thread')
    for (const viewer of [author, await makePerson('moderator')]) {
      await coolThread(viewer, asked(thread, 'slow', { slowSeconds: '60', slowDays: '7' }))
      await coolThread(viewer, asked(thread, 'lock'))
      expect(await told(thread)).toMatchObject({
        locked: true,
        lockNote: 'It runs hot.',
        slow: { seconds: 60, note: 'It runs hot.' },
      })
      await coolThread(viewer, asked(thread, 'open'))
      expect(await told(thread)).toMatchObject({ locked: false, lockNote: null, slow: null })
    }
    const { entries } = await readLog({ essay: thread.slug })
    const acts = entries.filter(({ subject }) => subject === thread.id).map(({ act }) => act)
    expect(acts).toEqual([1, 2].flatMap(() => ['paragraph.open', 'paragraph.lock', 'paragraph.slow']))
    const stranger = await makePerson()
    expect(await codeOf(readCooling(stranger, thread.id))).toBe('not-found')
    expect(await codeOf(coolThread(stranger, asked(thread, 'lock')))).toBe('not-found')
    expect(await codeOf(coolThread(GUEST, asked(thread, 'lock')))).toBe('sign-in-required')
  })

  test('has no more to say when its time is over', async () => {
    const thread = await makeThread()
    await coolThread(await makePerson('moderator'), asked(thread, 'slow'))
    expect((await told(thread))?.slow).not.toBeNull()
    await db.paragraph.update({ where: { id: thread.id }, data: { slowUntil: new Date(Date.now() - 1) } })
    expect((await told(thread))?.slow).toBeNull()
  })
})
