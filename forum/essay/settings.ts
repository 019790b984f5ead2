import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { commonWords, commonWordsSql } from '@/forum/visibility'
import { db, Prisma, type Tx } from '@/lib/db'
import { renderMarkdown } from '@/lib/markdown'
import { essayForAuthor } from './authors'
import type { ChangeEssay, ChangeParagraph } from './settings-input'

/** Questions without an answer are counted up to this many. */
export const UNANSWERED_MOST = 100
/** And those who read a discussion up to this many. */
export const READERS_MOST = 1000

/** Paragraphs on one page of the author's. */
export const PARAGRAPHS_AT_ONCE = 50

export type EssaySettings = Awaited<ReturnType<typeof readSettings>>

/**
 * What an author can set of an essay, and what goes on in each paragraph of it.
 * @param asked the page of paragraphs, from 1; or a paragraph, for the page that it is on
 * @throws Refusal
 */
export async function readSettings(
  viewer: Viewer,
  slug: string,
  asked: { page?: number | undefined; paragraphId?: string | undefined } = {},
) {
  const { essay } = await essayForAuthor(viewer, slug)
  const { visibility, houseRules, revisions } = await db.essay.findUniqueOrThrow({
    where: { id: essay.id },
    select: {
      visibility: true,
      houseRules: true,
      revisions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, _count: { select: { wordings: true } } },
      },
    },
  })
  const [latest] = revisions
  if (!latest) throw new Refusal('not-found')
  const count = latest._count.wordings
  const page = Math.min(
    Math.ceil(count / PARAGRAPHS_AT_ONCE),
    (await pageOf(latest.id, asked.paragraphId)) ?? asked.page ?? 1,
  )
  const first = (page - 1) * PARAGRAPHS_AT_ONCE + 1
  const wordings = await db.wording.findMany({
    where: { revisionId: latest.id, ordinal: { gte: first, lt: first + PARAGRAPHS_AT_ONCE } },
    orderBy: { ordinal: 'asc' },
    select: {
      ordinal: true,
      text: true,
      paragraph: {
        select: {
          id: true,
          commentCount: true,
          question: true,
          lockedAt: true,
          lockNote: true,
          pin: { select: { commentId: true } },
        },
      },
    },
  })
  const ids = wordings.map(({ paragraph }) => paragraph.id)
  const [unanswered, readers] = await Promise.all([countUnanswered(ids), countReaders(ids)])
  return {
    essay,
    visibility,
    houseRules,
    page,
    count,
    paragraphs: wordings.map(({ ordinal, text, paragraph: { pin, ...paragraph } }) => ({
      ...paragraph,
      pinned: pin?.commentId ?? null,
      ordinal,
      text,
      unanswered: unanswered.get(paragraph.id) ?? 0,
      readers: readers.get(paragraph.id) ?? 0,
    })),
  }
}

async function pageOf(revisionId: string, paragraphId: string | undefined): Promise<number | undefined> {
  if (!paragraphId) return undefined
  const wording = await db.wording.findUnique({
    where: { paragraphId_revisionId: { paragraphId, revisionId } },
    select: { ordinal: true },
  })
  return wording ? Math.ceil(wording.ordinal / PARAGRAPHS_AT_ONCE) : undefined
}

/** Comments on the paragraph that end with a question mark and that nobody has answered. */
async function countUnanswered(paragraphIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT p."id", (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "Comment" c
        WHERE c."paragraphId" = p."id" AND c."depth" = 0 AND ${commonWordsSql()} AND c."replyCount" = 0
          AND c."body" ~ ${Prisma.raw(`'${QUESTION}'`)}
        LIMIT ${Prisma.raw(String(UNANSWERED_MOST))}
      ) AS counted
    ) AS count
    FROM unnest(${paragraphIds}::uuid[]) AS p("id")`
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/**
 * Members who have opened the discussion (or called the essay all read) since it has comments, its authors aside. Guests
 * are not counted: that would mean to recognise them.
 */
async function countReaders(paragraphIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>(Prisma.sql`
    SELECT p."id", (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "ReadMark" r
        WHERE r."paragraphId" = p."id" AND NOT EXISTS (
          SELECT 1 FROM "EssayAuthor" a WHERE a."essayId" = r."essayId" AND a."personId" = r."personId")
        LIMIT ${READERS_MOST}
      ) AS counted
    ) AS count
    FROM unnest(${paragraphIds}::uuid[]) AS p("id")`)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** As the index "Comment_unanswered_idx" has it. */
const QUESTION = '[?？؟]\\s*$'

/** @throws Refusal */
export async function changeEssay(
  viewer: Viewer,
  slug: string,
  { visibility, houseRules }: ChangeEssay,
): Promise<void> {
  const { essay } = await essayForAuthor(viewer, slug)
  await change(async (tx, tell) => {
    await tx.essay.update({
      where: { id: essay.id },
      data: {
        visibility,
        houseRules: houseRules ?? null,
        houseRulesHtml: houseRules ? renderMarkdown(houseRules) : null,
      },
      select: { id: true },
    })
    tell({ topic: 'essay.published', essayId: essay.id, access: true })
  })
}

const UNLOCKED = { lockedAt: null, lockNote: null } as const

/** @throws Refusal not-found; bad-input (field `pinned`) when the comment is not one of the paragraph that all its readers can read */
export async function changeParagraph(viewer: Viewer, slug: string, given: ChangeParagraph): Promise<void> {
  const { essay } = await essayForAuthor(viewer, slug)
  const { paragraphId, question, locked, lockNote, pinned } = given
  await change(
    async (tx, tell) => {
      const here = { id: paragraphId, essayId: essay.id, retiredInId: null }
      // Locked once more is locked since it was.
      const turned = locked
        ? await tx.paragraph.updateMany({ where: { ...here, lockedAt: null }, data: { lockedAt: new Date() } })
        : await tx.paragraph.updateMany({ where: { ...here, lockedAt: { not: null } }, data: UNLOCKED })
      const { count } = await tx.paragraph.updateMany({
        where: here,
        data: { question: question ?? null, lockNote: locked ? (lockNote ?? null) : null },
      })
      if (count === 0) throw new Refusal('not-found')
      await pin(tx, paragraphId, pinned)
      if (turned.count > 0)
        await writeLog(tx, {
          act: locked ? 'paragraph.lock' : 'paragraph.unlock',
          subject: paragraphId,
          essayId: essay.id,
          byId: viewer.id,
          ...(locked && lockNote ? { reason: lockNote } : {}),
        })
      tell({ topic: 'essay.published', essayId: essay.id })
    },
    { log: true },
  )
}

async function pin(tx: Tx, paragraphId: string, commentId: string | undefined): Promise<void> {
  await tx.pin.deleteMany({ where: { paragraphId } })
  if (!commentId) return
  const found = await tx.comment.findFirst({
    where: { AND: [commonWords(), { id: commentId, paragraphId }] },
    select: { id: true },
  })
  if (!found) throw new Refusal('bad-input', { field: 'pinned' })
  await tx.pin.create({ data: { paragraphId, commentId } })
}
