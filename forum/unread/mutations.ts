import { closedTo } from '@/forum/essay/closed'
import { findEssayId } from '@/forum/essay/queries'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { SETTLED_MS } from './limits'

/**
 * The viewer has seen a thread up to an arrival; never less than before, and never what has not arrived yet.
 * @throws Refusal sign-in-required, not-found
 */
export async function markSeen(viewer: Viewer, paragraphId: string, until: Date): Promise<void> {
  allow('self.change', viewer)
  const paragraph = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: { essayId: true },
  })
  if (!paragraph) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  await raiseMarks(viewer.id, Prisma.sql`p."id" = ${paragraphId}::uuid`, Prisma.sql`${until}::timestamptz`)
}

/** Every comment that is in the thread now. @throws Refusal sign-in-required, not-found */
export async function markThreadRead(viewer: Viewer, paragraphId: string): Promise<void> {
  await markSeen(viewer, paragraphId, new Date(Date.now() + SETTLED_MS))
}

/**
 * Every comment of the essay: one mark for what has settled, and one for each thread in which something arrived since.
 * @throws Refusal sign-in-required, not-found
 */
export async function markEssayRead(viewer: Viewer, slug: string): Promise<void> {
  allow('self.change', viewer)
  const essayId = await findEssayId(viewer, slug)
  const settled = new Date(Date.now() - SETTLED_MS)
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "EssayReadMark" ("personId", "essayId", "seenUntil")
    VALUES (${viewer.id}::uuid, ${essayId}::uuid, ${settled}::timestamptz)
    ON CONFLICT ("personId", "essayId") DO UPDATE
    SET "seenUntil" = GREATEST("EssayReadMark"."seenUntil", EXCLUDED."seenUntil")`)
  await raiseMarks(
    viewer.id,
    Prisma.sql`p."essayId" = ${essayId}::uuid AND p."lastArrivalAt" > ${settled}::timestamptz`,
    Prisma.sql`p."lastArrivalAt"`,
  )
}

async function raiseMarks(personId: string, which: Prisma.Sql, until: Prisma.Sql): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "ReadMark" ("personId", "essayId", "paragraphId", "seenUntil")
    SELECT ${personId}::uuid, p."essayId", p."id", LEAST(${until}, p."lastArrivalAt")
    FROM "Paragraph" p WHERE ${which} AND p."lastArrivalAt" IS NOT NULL ORDER BY p."id"
    ON CONFLICT ("personId", "essayId", "paragraphId") DO UPDATE
    SET "seenUntil" = GREATEST("ReadMark"."seenUntil", EXCLUDED."seenUntil")`)
}
