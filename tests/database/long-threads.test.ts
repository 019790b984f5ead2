import { expect, test, vi } from 'vitest'
import { firstPage } from '@/app/_web/shared-pages'
import { writeCursor } from '@/forum/comments/cursor'
import { ThreadPage } from '@/forum/comments/input'
import { DEPTH_MAX } from '@/forum/comments/limits'
import { pathUnder } from '@/forum/comments/path'
import { readThread, type ThreadComment } from '@/forum/comments/queries'
import { parse } from '@/forum/parse'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { codeOf, makePerson, makeThread, say, type Thread } from '../support/people'

// Threads that took years, put into the database at once. Their counters are not those of posting.
vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

const page = (asked: Partial<ThreadPage> = {}) => parse(ThreadPage, asked)
const rowOf = (id: string) => db.comment.findUniqueOrThrow({ where: { id } })

/** A thread of many top-level comments, half of them with votes, and a cursor near its end. */
async function makeLongThread(count: number): Promise<{ thread: Thread; deep: string }> {
  const thread = await makeThread()
  const top = await rowOf(await say(thread))
  const rows = Array.from({ length: count }, (_, index) => {
    const id = newId()
    return { ...top, id, rootId: id, path: pathUnder('', index + 2), score: index % 2 ? index : 0, clientId: null }
  })
  await db.comment.createMany({ data: rows })
  await db.paragraph.update({ where: { id: thread.id }, data: { commentCount: count + 1, rootSeq: count + 1 } })
  await db.$executeRaw`ANALYZE "Comment"`
  const near = rows.filter(({ score }) => score === 0).at(-50)
  return { thread, deep: writeCursor('best', { id: near?.id ?? '', score: 0 }) }
}

/** How many entries of the index over the best PostgreSQL went through meanwhile. */
async function entriesRead(act: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    // Each of our connections tells what it did only now and then, unless it is asked to; all of them at once.
    const flush = () => db.$queryRaw`SELECT pg_stat_force_next_flush()::text, pg_sleep(0.2)::text`
    await Promise.all(Array.from({ length: 10 }, flush))
    const [row] = await db.$queryRaw<{ read: number }[]>`
      SELECT sum("idx_tup_read")::int AS read FROM pg_stat_user_indexes WHERE "indexrelname" = 'Comment_roots_best_idx'`
    return row?.read ?? 0
  }
  const before = await count()
  await act()
  return (await count()) - before
}

test('a page, best first, costs the same at the end of a thread as at its beginning', async () => {
  const { thread, deep } = await makeLongThread(3_000)
  const first = await entriesRead(() => readThread(GUEST, thread.id, page({ sort: 'best', limit: 10 })))
  const last = await entriesRead(() => readThread(GUEST, thread.id, page({ sort: 'best', limit: 10, cursor: deep })))
  expect(first).toBeGreaterThan(10)
  expect(last).toBeGreaterThan(10)
  expect(last).toBeLessThanOrEqual(first)
})

test('a page of a short discussion is bounded, however much was removed from it', async () => {
  const thread = await makeThread()
  const top = await rowOf(await say(thread))
  const rows = Array.from({ length: 20 }, (_, one) => ({
    ...top,
    id: newId(),
    depth: 1,
    path: pathUnder(top.path, one + 1),
  }))
  const below = rows.flatMap((row) =>
    Array.from({ length: 20 }, (_, two) => ({
      ...row,
      id: newId(),
      depth: 2,
      parentId: row.id,
      path: pathUnder(row.path, two + 1),
    })),
  )
  await db.comment.createMany({
    data: [...rows.map((row) => ({ ...row, parentId: top.id })), ...below].map((row) => ({
      ...row,
      status: 'removed' as const,
    })),
  })
  const { comments } = await readThread(GUEST, thread.id, firstPage(1))
  const size = (all: ThreadComment[]): number => all.reduce((sum, one) => sum + 1 + size(one.replies), 0)
  expect(size(comments)).toBe(200)
})

test('replies whose place the index cannot hold are refused as too deep, and are no defect', async () => {
  const thread = await makeThread()
  const top = await rowOf(await say(thread))
  // As if everywhere millions had answered before: places that no compression shortens.
  const somewhere = () => 1 + Math.floor(Math.random() * (36 ** 5 - 2))
  const paths: string[] = []
  while (paths.length < 450) paths.push(pathUnder(paths.at(-1) ?? top.path, somewhere()))
  const ids = [top.id, ...paths.map(() => newId())]
  await db.comment.createMany({
    data: paths.map((path, index) => ({
      ...top,
      id: ids[index + 1] ?? '',
      parentId: ids[index] ?? '',
      depth: index + 1,
      path,
      clientId: null,
    })),
  })
  const by = await makePerson()
  let last = ids.at(-1) ?? ''
  const goOn = async () => {
    for (let depth = 451; depth <= DEPTH_MAX; depth++) {
      await db.comment.update({ where: { id: last }, data: { childSeq: somewhere() } })
      last = await say(thread, { by, to: last })
    }
  }
  expect(await codeOf(goOn())).toBe('too-deep')
  expect((await rowOf(last)).depth).toBeLessThan(700)
})
