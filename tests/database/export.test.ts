import { Writable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { exportEssay } from '@/bin/commands/export'
import { deleteComment, editComment, postComment } from '@/forum/comments/mutations'
import { readEssay } from '@/forum/essay/queries'
import { addPerson } from '@/forum/people/add'
import { viewerOfPerson } from '@/forum/people/standing'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { fillForum } from '../support/small-forum'

process.env.LIMITS = 'off'
const SLUG = 'xiaomi-car-factory'
const CANARY = 'canary-1f0c8a'

async function exported(): Promise<{ text: string; lines: Record<string, unknown>[] }> {
  let text = ''
  const out = new Writable({
    // Small, so that the export has to wait for its reader.
    highWaterMark: 100,
    write(chunk, _encoding, done) {
      text += String(chunk)
      setImmediate(done)
    },
  })
  await exportEssay(SLUG, out)
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { text, lines }
}

beforeAll(async () => {
  await fillForum()
  const viewer = await viewerOfPerson((await addPerson({ handle: 'hidden-words', email: `${CANARY}@example.org` })).id)
  const paragraphId = (await readEssay(GUEST, SLUG)).paragraphs[0]?.id ?? ''
  const post = (body: string, parentId?: string) => postComment(viewer, paragraphId, { body, parentId })
  const held = await post(`held ${CANARY}`)
  await db.comment.update({ where: { id: held.id }, data: { status: 'held' } })
  const removed = await post(`removed ${CANARY}`)
  await post('an answer that stays', removed.id)
  await db.comment.update({ where: { id: removed.id }, data: { status: 'removed', quote: CANARY } })
  const deleted = await post(`deleted ${CANARY}`)
  await post('another answer', deleted.id)
  await deleteComment(viewer, deleted.id)
  const edited = await post(`first wording ${CANARY}`)
  await editComment(viewer, edited.id, { body: 'second wording' })
}, 120_000)

test('an export has everything public and no hidden words', async () => {
  const { text, lines } = await exported()
  expect(text).not.toContain(CANARY)
  expect(text).toContain('second wording')
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length
  expect(lines[0]).toMatchObject({ kind: 'essay', slug: SLUG, language: 'en' })
  expect([count('essay'), count('revision'), count('paragraph'), count('wording')]).toEqual([1, 1, 3, 3])
  const published = lines.filter((line) => line.kind === 'comment' && line.status === 'published')
  expect(published).toHaveLength(await db.comment.count({ where: { status: 'published' } }))
  for (const line of published) expect(line).toMatchObject({ body: expect.any(String), author: expect.anything() })
  const places = lines.filter((line) => line.kind === 'comment' && line.status !== 'published')
  // Two removed ones and one that its author took back after it was answered; the held one does not exist for a guest.
  expect(places).toHaveLength(3)
  for (const line of places) expect(line).toMatchObject({ body: null, html: null, quote: null, author: null, score: 0 })
})
