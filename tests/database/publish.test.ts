import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { postComment } from '@/forum/comments/mutations'
import { createEssay } from '@/forum/essay/mutations'
import { publishRevision } from '@/forum/essay/publish'
import { readEssay } from '@/forum/essay/queries'
import { verifyLog } from '@/forum/log/queries'
import { addPerson } from '@/forum/people/add'
import { viewerOfPerson } from '@/forum/people/standing'
import { GUEST, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

const A = 'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.'
const B = 'Nobody has lived in the keeper’s cottage since the winter of the great storm, forty years ago.'
const C = 'Ships follow the painted buoys now, and their captains look at screens instead of lamps.'
const D = 'Every summer the harbour council votes on tearing it down, and every summer the vote is lost.'

// Its counters would be kept over a connection of their own.
process.env.LIMITS = 'off'

let viewer: Viewer
let serial = 0
beforeAll(async () => {
  viewer = await viewerOfPerson((await addPerson({ handle: 'reader' })).id)
})

async function essayOf(...paragraphs: string[]) {
  const slug = `essay-${++serial}`
  await createEssay({ slug, title: 'T', language: 'en', source: paragraphs.join('\n\n') }, [])
  const ids = (await readEssay(GUEST, slug)).paragraphs.map(({ id }) => id)
  return {
    slug,
    ids,
    publish: (...texts: string[]) => publishRevision({ slug, source: texts.join('\n\n'), publishedById: null }),
  }
}

const idsOf = async (slug: string) => (await readEssay(GUEST, slug)).paragraphs.map(({ id }) => id)
const lineageOf = async (slug: string) =>
  db.lineage.findMany({
    where: { essay: { slug } },
    orderBy: [{ revision: { number: 'asc' } }, { id: 'asc' }],
    select: { fromId: true, toId: true, kind: true },
  })

describe('a revision', () => {
  test('keeps the identity of what is kept, edited and moved, and the comments with it', async () => {
    const { slug, ids, publish } = await essayOf(A, B, C)
    const [a = '', b = '', c = ''] = ids
    await postComment(viewer, c, { body: 'About the ships.' })
    const done = await publish(C, A, B.replace('forty', 'fifty'), D)
    expect(done).toMatchObject({ revision: 2, changed: true, kept: 1, moved: 1, edited: 1, added: 1, removed: 0 })
    const now = await readEssay(GUEST, slug)
    expect(now.paragraphs.map(({ id }) => id).slice(0, 3)).toEqual([c, a, b])
    expect(ids).not.toContain(now.paragraphs[3]?.id)
    expect(now.paragraphs[0]).toMatchObject({ id: c, ordinal: 1, commentCount: 1 })
  })

  test('retires what was removed, with its thread, and takes it back when the words return', async () => {
    const { slug, ids, publish } = await essayOf(A, B, C)
    const [a = '', b = ''] = ids
    await postComment(viewer, b, { body: 'I knew the keeper.' })
    expect(await publish(A, C)).toMatchObject({ removed: 1, kept: 2 })
    expect(await db.paragraph.findUnique({ where: { id: b } })).toMatchObject({ commentCount: 1 })
    await expect(postComment(viewer, b, { body: 'Too late.' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await publish(A, B, C)).toMatchObject({ revision: 3, restored: 1, added: 0 })
    expect(await idsOf(slug)).toEqual(ids)
    await postComment(viewer, b, { body: 'There it is again.' })
    expect((await lineageOf(slug)).filter(({ fromId }) => fromId === b).map(({ kind, toId }) => [kind, toId])).toEqual([
      ['removed', null],
      ['restored', b],
    ])
    expect(a).not.toBe(b)
  })

  test('of merged paragraphs one keeps its identity and the others point to it', async () => {
    const { slug, ids, publish } = await essayOf(A, B, C)
    const done = await publish(`${A} ${B}`, C)
    expect(done).toMatchObject({ merged: 2, kept: 1 })
    const [merged = '', last] = await idsOf(slug)
    expect(last).toBe(ids[2])
    expect(ids.slice(0, 2)).toContain(merged)
    const gone = ids.find((id) => id !== merged && id !== last)
    expect(await db.paragraph.count({ where: { id: gone, retiredInId: { not: null } } })).toBe(1)
    expect(await lineageOf(slug)).toContainEqual({ fromId: gone, toId: merged, kind: 'merged' })
  })

  test('a split paragraph keeps its identity on one part', async () => {
    const { slug, ids, publish } = await essayOf(`${A} ${B}`, C)
    expect(await publish(A, B, C)).toMatchObject({ split: 1, kept: 1, added: 0 })
    const now = await idsOf(slug)
    expect(now.slice(0, 2).filter((id) => id === ids[0])).toHaveLength(1)
    const split = (await lineageOf(slug)).filter(({ kind }) => kind === 'split')
    expect(split.map(({ fromId }) => fromId)).toEqual([ids[0], ids[0]])
    expect(new Set(split.map(({ toId }) => toId))).toEqual(new Set(now.slice(0, 2)))
  })

  test('with the same text is none', async () => {
    const { slug, publish } = await essayOf(A, B)
    expect(await publish(A, B)).toMatchObject({ changed: false, revision: 1 })
    expect(await db.revision.count({ where: { essay: { slug } } })).toBe(1)
  })

  test('is published by one of those who try at once; the others are told', async () => {
    const { slug, publish } = await essayOf(A, B)
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM "Essay" WHERE "slug" = $1 FOR UPDATE', [slug])
    // All three have compared their texts and wait for the essay.
    const tries = [publish(A, B, C), publish(A, B, D), publish(B, A)]
    await expect
      .poll(async () => (await holder.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount, { timeout: 10_000 })
      .toBe(3)
    await holder.query('COMMIT')
    await holder.end()
    const ended = await Promise.allSettled(tries)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const tried of ended)
      if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ code: 'revision-changed', status: 409 })
    expect((await readEssay(GUEST, slug)).revision).toBe(2)
  })

  test('stands in the log and in the outbox', async () => {
    const { slug, publish } = await essayOf(A, B)
    await publish(A, B, C)
    const entry = await db.logEntry.findFirst({ where: { subject: slug } })
    expect(entry).toMatchObject({ act: 'essay.publish', byId: null, details: { revision: 2, kept: 2, added: 1 } })
    expect(await db.outbox.count({ where: { topic: 'essay.published', essayId: entry?.essayId ?? '' } })).toBe(2)
    expect(await verifyLog()).toMatchObject({ brokenAt: null })
  })

  test('needs an essay and a text', async () => {
    const { publish } = await essayOf(A)
    await expect(publish(' ')).rejects.toMatchObject({ code: 'no-text', about: { field: 'source' } })
    const nowhere = { slug: 'no-such', source: A, publishedById: null }
    await expect(publishRevision(nowhere)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of five hundred paragraphs is published whole', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `Paragraph ${index} speaks of the number ${index * 7919}.`)
    const { slug, ids, publish } = await essayOf(...many)
    expect(await publish(...many.slice(1), D)).toMatchObject({ removed: 1, added: 1 })
    expect((await idsOf(slug)).slice(0, 499)).toEqual(ids.slice(1))
  }, 60_000)
})
