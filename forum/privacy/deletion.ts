import { setTimeout as sleep } from 'node:timers/promises'
import { change } from '@/forum/change'
import { takeBack } from '@/forum/comments/take-back'
import { db, Prisma } from '@/lib/db'
import { forgetOldExports } from './exports'
import { KEPT } from './inventory'

/** As many of a person's comments between two renewals of the pages they stand in. */
const COMMENTS = 200
/** As many threads in one renewal as its wake-up has room for. */
const THREADS = 40
const ROWS = 1_000

type Deletion = { personId: string; choice: 'stay' | 'go'; cursor: string | null }

/**
 * What is left to do for a deleted account. Each step is whole in itself and says where the next one begins: after any end it
 * goes on from there, and two at once do nothing twice. No step holds a lock for longer than one comment takes, and between
 * steps it rests as long as they took, so that readers and writers do not notice an author of 50,000 comments leaving.
 * @param steps how many at most, for whoever wants to see it end in the middle
 */
export async function finishDeletion(personId: string, steps = Number.POSITIVE_INFINITY): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const begun = Date.now()
    const deletion = await db.deletion.findUnique({
      where: { personId },
      select: { personId: true, choice: true, cursor: true, doneAt: true },
    })
    if (!deletion || deletion.doneAt !== null) return
    const more = (await doComments(deletion)) || (await doVotes(deletion)) || (await doRows(deletion))
    if (!more) {
      await forgetOldExports()
      await db.deletion.update({ where: { personId }, data: { doneAt: new Date() }, select: { personId: true } })
    }
    await sleep(Date.now() - begun)
  }
}

/** The pages they stand in are drawn anew also where the words stay: they named the author. */
async function doComments({ personId, choice, cursor }: Deletion): Promise<boolean> {
  const found = await db.comment.findMany({
    where: { authorId: personId, ...(cursor ? { id: { gt: cursor } } : {}) },
    orderBy: { id: 'asc' },
    take: COMMENTS,
    select: { id: true, essayId: true, paragraphId: true, status: true },
  })
  const threads = new Map<string, (typeof found)[number]>()
  const comments: typeof found = []
  for (const comment of found) {
    // Up to here: the cursor passes nothing by.
    if (!threads.has(comment.paragraphId) && threads.size === THREADS) break
    threads.set(comment.paragraphId, comment)
    comments.push(comment)
  }
  const last = comments.at(-1)
  if (!last) return false
  if (choice === 'go') for (const { id, status } of comments) if (status !== 'deleted') await takeBackOne(id)
  await change(async (tx, tell) => {
    // After a crash between the comments and this, all of them are gone through again, and their pages are told of.
    await tx.deletion.updateMany({ where: { personId, cursor }, data: { cursor: last.id } })
    for (const { id, essayId, paragraphId } of threads.values())
      tell({ topic: 'comment.changed', essayId, paragraphId, subjectId: id })
  })
  return true
}

/** One at a time: locks run from the leaf to the root to the paragraph, and two comments may stand in each other's way. */
async function takeBackOne(id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${id}::uuid FOR UPDATE`
    const now = await tx.comment.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        essayId: true,
        paragraphId: true,
        parentId: true,
        status: true,
        replyCount: true,
        placeCount: true,
      },
    })
    if (now.status !== 'deleted') await takeBack(tx, now)
  })
}

/** Who stays keeps their votes counted, as nobody's. The scores are shown when the pages are next drawn. */
async function doVotes({ personId, choice }: Deletion): Promise<boolean> {
  if (choice === 'stay') return false
  const votes = await db.vote.findMany({ where: { personId }, take: COMMENTS, select: { commentId: true } })
  for (const { commentId } of votes)
    await db.$executeRaw(Prisma.sql`
      WITH gone AS (
        DELETE FROM "Vote" WHERE "commentId" = ${commentId}::uuid AND "personId" = ${personId}::uuid RETURNING "commentId"
      )
      UPDATE "Comment" c SET "score" = c."score" - 1 FROM gone WHERE c."id" = gone."commentId"`)
  return votes.length > 0
}

async function doRows({ personId }: Deletion): Promise<boolean> {
  for (const [table, { end, person, blank = [] }] of Object.entries(KEPT)) {
    if (person === undefined) continue
    const rows = Prisma.sql`SELECT ctid FROM ${named(table)} WHERE ${named(person)} = ${personId}::uuid`
    if (end === 'inBatches') {
      const sql = Prisma.sql`DELETE FROM ${named(table)} WHERE ctid IN (${rows} LIMIT ${ROWS})`
      if ((await db.$executeRaw(sql)) > 0) return true
    }
    if (end === 'blanked')
      for (const column of blank) {
        const full = Prisma.sql`${rows} AND ${named(column)} IS NOT NULL LIMIT ${ROWS}`
        const sql = Prisma.sql`UPDATE ${named(table)} SET ${named(column)} = NULL WHERE ctid IN (${full})`
        if ((await db.$executeRaw(sql)) > 0) return true
      }
  }
  return false
}

/** A name of the inventory's own, never one that somebody sent. */
const named = (name: string) => Prisma.raw(`"${name}"`)
