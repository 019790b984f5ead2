import { allow } from '@/forum/policy'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { readableComments, visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'

const PAGE = 20

export type Unsent = Awaited<ReturnType<typeof readUnsentIn>>[number]

/** What the person has begun in one discussion, for the devices that go on with it. */
export async function readUnsentIn(viewer: SignedIn, paragraphId: string) {
  const rows = await db.commentDraft.findMany({
    where: { personId: viewer.id, paragraphId, paragraph: { essay: visibleEssays(viewer) } },
    orderBy: { updatedAt: 'desc' },
    take: 50,
    select: { subjectId: true, body: true, quote: true, version: true },
  })
  return rows.map(({ subjectId, ...draft }) => ({ ...draft, parentId: subjectId === paragraphId ? null : subjectId }))
}

/** The draft of one comment or reply, for a page with its form. */
export async function readUnsent(viewer: Viewer, paragraphId: string, parentId?: string) {
  if (viewer.role === 'guest') return undefined
  const drafts = await readUnsentIn(viewer, paragraphId)
  return drafts.find((draft) => draft.parentId === (parentId ?? null))
}

/** Everything the person has begun, the latest first. @throws Refusal sign-in-required */
export async function listUnsent(viewer: Viewer, before?: string) {
  allow('self.read', viewer)
  const rows = await db.commentDraft.findMany({
    where: { personId: viewer.id },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
    take: PAGE + 1,
    select: {
      id: true,
      subjectId: true,
      body: true,
      quote: true,
      updatedAt: true,
      paragraphId: true,
      paragraph: {
        select: {
          essay: { select: { title: true, language: true } },
          wordings: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { text: true } },
        },
      },
    },
  })
  const shown = rows.slice(0, PAGE)
  const [open, answered] = await Promise.all([
    db.paragraph.findMany({
      where: { id: { in: shown.map(({ paragraphId }) => paragraphId) }, essay: visibleEssays(viewer) },
      select: { id: true },
    }),
    db.comment.findMany({
      where: { AND: [readableComments(viewer), { id: { in: shown.map(({ subjectId }) => subjectId) } }] },
      select: { id: true, author: { select: { handle: true } } },
    }),
  ])
  const isOpen = new Set(open.map(({ id }) => id))
  const handles = new Map(answered.map(({ id, author }) => [id, author.handle]))
  return {
    items: shown.map(({ paragraph, subjectId, ...draft }) => ({
      ...draft,
      /** Null where the person may not open the essay any more: their own words stay theirs. */
      essay: isOpen.has(draft.paragraphId)
        ? { ...paragraph.essay, paragraph: paragraph.wordings[0]?.text ?? '' }
        : null,
      answers: handles.has(subjectId) ? { id: subjectId, handle: handles.get(subjectId) ?? '' } : null,
    })),
    before: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}
