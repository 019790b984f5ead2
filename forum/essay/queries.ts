import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { listedEssays, visibleEssays } from '@/forum/visibility'
import { db, type Prisma } from '@/lib/db'
import { Headings } from './blocks'
import { closedTo } from './closed'
import { Slug } from './input'
import { SLOW, slowNow } from './slow'

const LISTED_MOST = 1_000

/** The essays that are listed for the viewer, newest first; a forum has few. @param among only those of them */
export async function listEssays(viewer: Viewer, among: Prisma.EssayWhereInput = {}) {
  const essays = await db.essay.findMany({
    where: { AND: [listedEssays(viewer), among] },
    orderBy: { createdAt: 'desc' },
    take: LISTED_MOST,
    select: {
      id: true,
      slug: true,
      title: true,
      language: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, publishedAt: true } },
    },
  })
  return essays.map(({ revisions: [latest], ...essay }) => ({
    ...essay,
    revision: latest?.number ?? 0,
    publishedAt: (latest?.publishedAt ?? new Date(0)).toISOString(),
  }))
}

/** @throws Refusal not-found, also for what cannot be a slug; sign-in-required */
export async function findEssayId(viewer: Viewer, slug: string): Promise<string> {
  if (!Slug.safeParse(slug).success) throw new Refusal('not-found')
  const essay = await db.essay.findFirst({ where: { AND: [visibleEssays(viewer), { slug }] }, select: { id: true } })
  if (!essay) throw await closedTo(viewer, { slug })
  return essay.id
}

export type EssayView = Awaited<ReturnType<typeof readEssay>>
export type ParagraphView = EssayView['paragraphs'][number]

/**
 * An essay as it reads now, with the number of comments on each paragraph.
 * @throws Refusal not-found, sign-in-required
 */
export async function readEssay(viewer: Viewer, slug: string) {
  const essay = await db.essay.findFirst({
    where: { AND: [visibleEssays(viewer), { slug }] },
    select: {
      id: true,
      slug: true,
      title: true,
      language: true,
      note: true,
      visibility: true,
      houseRulesHtml: true,
      revisions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          number: true,
          publishedAt: true,
          wordings: {
            orderBy: { ordinal: 'asc' },
            select: {
              ordinal: true,
              text: true,
              kind: true,
              html: true,
              headings: true,
              paragraph: {
                select: { id: true, commentCount: true, question: true, lockedAt: true, lockNote: true, ...SLOW },
              },
            },
          },
        },
      },
    },
  })
  const revision = essay?.revisions[0]
  if (!essay || !revision) throw await closedTo(viewer, { slug })
  const paragraphs = revision.wordings.map(({ paragraph, headings, ...wording }) => ({
    ...wording,
    headings: Headings.parse(headings),
    id: paragraph.id,
    commentCount: paragraph.commentCount,
    question: paragraph.question,
    locked: paragraph.lockedAt !== null,
    lockNote: paragraph.lockNote,
    slow: slowNow(paragraph),
  }))
  return {
    id: essay.id,
    slug: essay.slug,
    title: essay.title,
    language: essay.language,
    note: essay.note,
    isListed: essay.visibility === 'public',
    forMembers: essay.visibility === 'members',
    houseRulesHtml: essay.houseRulesHtml,
    revision: revision.number,
    publishedAt: revision.publishedAt.toISOString(),
    commentCount: paragraphs.reduce((sum, paragraph) => sum + paragraph.commentCount, 0),
    paragraphs,
  }
}

/**
 * Where a paragraph stands now: for its permanent address and for the pages about one paragraph.
 * @throws Refusal not-found, sign-in-required
 */
export async function locateParagraph(viewer: Viewer, paragraphId: string) {
  const paragraph = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: {
      id: true,
      commentCount: true,
      retiredIn: { select: { number: true } },
      essay: { select: { id: true, slug: true, title: true, language: true, visibility: true } },
      wordings: {
        orderBy: { revision: { number: 'desc' } },
        take: 1,
        select: { ordinal: true, text: true },
      },
    },
  })
  const wording = paragraph?.wordings[0]
  if (!paragraph || !wording) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  const { visibility, ...essay } = paragraph.essay
  return {
    id: paragraph.id,
    commentCount: paragraph.commentCount,
    retired: paragraph.retiredIn !== null,
    /** Number of the revision that took it out of the text. */
    retiredIn: paragraph.retiredIn?.number ?? null,
    essay: { ...essay, forMembers: visibility === 'members' },
    ordinal: wording.ordinal,
    text: wording.text,
  }
}
