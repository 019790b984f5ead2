import { type Moment, NEWEST_FIRST } from '@/forum/comments/by-time'
import { readEntered } from '@/forum/comments/entries'
import { Refusal } from '@/forum/refusal'
import { GUEST } from '@/forum/viewer'
import { listedEssays, listedEssaysSql, readableEntriesSql } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'

// What feeds tell: what a guest may read of essays that lists name. A feed reader has no session, and shares what it read.

const COMMENTS = 50
const REVISIONS = 10

/** An essay's newest comments, whichever paragraph they are on, and its latest revisions. @throws Refusal not-found */
export async function readEssayFeed(slug: string) {
  const essay = await db.essay.findFirst({
    where: { AND: [listedEssays(GUEST), { slug }] },
    select: {
      id: true,
      slug: true,
      title: true,
      language: true,
      createdAt: true,
      revisions: {
        orderBy: { number: 'desc' },
        take: REVISIONS,
        select: { id: true, number: true, note: true, publishedAt: true },
      },
    },
  })
  if (!essay) throw new Refusal('not-found')
  const { revisions, ...about } = essay
  return { essay: about, revisions, comments: await newest(Prisma.sql`s."essayId" = ${essay.id}::uuid`) }
}

/** A thread's newest comments, replies included; also when the paragraph is in the text no more. @throws not-found */
export async function readParagraphFeed(paragraphId: string) {
  const paragraph = await db.paragraph.findFirst({
    where: { essay: listedEssays(GUEST), id: paragraphId },
    select: {
      id: true,
      essay: { select: { slug: true, title: true, language: true } },
      wordings: {
        orderBy: { revision: { number: 'desc' } },
        take: 1,
        select: { text: true, revision: { select: { publishedAt: true } } },
      },
    },
  })
  const wording = paragraph?.wordings[0]
  if (!paragraph || !wording) throw new Refusal('not-found')
  return {
    paragraph: { id: paragraph.id, text: wording.text, publishedAt: wording.revision.publishedAt },
    essay: paragraph.essay,
    comments: await newest(Prisma.sql`s."paragraphId" = ${paragraphId}::uuid`),
  }
}

/** A person's newest comments. @throws Refusal not-found */
export async function readPersonFeed(handle: string) {
  const person = await db.person.findUnique({
    where: { handle, deletedAt: null },
    select: { id: true, handle: true, displayName: true, createdAt: true },
  })
  if (!person) throw new Refusal('not-found')
  return { person, comments: await newest(Prisma.sql`s."authorId" = ${person.id}::uuid`) }
}

async function newest(of: Prisma.Sql) {
  const entries = await db.$queryRaw<Moment[]>`
    SELECT s."commentId" AS "id", s."createdAt" AS "at" FROM "CommentEntry" s JOIN "Essay" e ON e."id" = s."essayId"
    WHERE ${readableEntriesSql(GUEST)} AND ${listedEssaysSql(GUEST)} AND ${of}
    ORDER BY ${NEWEST_FIRST} LIMIT ${COMMENTS}::int`
  return readEntered(GUEST, entries)
}
