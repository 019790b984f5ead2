import { closedTo } from '@/forum/essay/closed'
import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { isUnseen } from '@/forum/text'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { visibleComments, visibleEssays } from '@/forum/visibility'
import { db, sqlState, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import type { SaveUnsent } from './input'

/** A device saves once in two seconds while somebody types; this leaves room for three of them. */
const SAVING = { name: 'draft', points: 120, seconds: 60 }
/** More than anybody goes back to; each is a comment long. */
export const MOST = 500

/** `version`: what the device goes on from; null when there is no draft any more. */
export type Saved = { version: number | null }

/**
 * Keeps what somebody has written so far. A device that did not see the last saving is refused: two devices never
 * overwrite each other, the person decides.
 * @throws Refusal sign-in-required, not-found, parent-elsewhere, changed-meanwhile, drafts-full, too-fast
 */
export async function saveUnsent(viewer: Viewer, paragraphId: string, input: SaveUnsent): Promise<Saved> {
  allow('self.change', viewer)
  const place = await findPlace(viewer, paragraphId, input.parentId ?? undefined)
  await refuseTooFast(SAVING, viewer.id)
  const write = () => db.$transaction((tx) => saveIn(tx, viewer, place, input))
  try {
    return await write()
  } catch (error) {
    // Two devices saved the first words at once: now there is a draft, which one of them has not seen.
    if (sqlState(error) !== '23505') throw error
    return write()
  }
}

/** The person throws a draft away. One that is gone already is what was wanted. */
export async function dropUnsent(viewer: Viewer, draftId: string): Promise<void> {
  allow('self.change', viewer)
  await db.commentDraft.deleteMany({ where: { id: draftId, personId: viewer.id } })
}

/** What was posted is no draft any more. What another device wrote differently stays one. */
export async function dropSent(tx: Tx, personId: string, subjectId: string, body: string): Promise<void> {
  await tx.commentDraft.deleteMany({ where: { personId, subjectId, body } })
}

type Place = { essayId: string; paragraphId: string; subjectId: string }

async function saveIn(tx: Tx, viewer: SignedIn, place: Place, input: SaveUnsent): Promise<Saved> {
  const key = { personId_subjectId: { personId: viewer.id, subjectId: place.subjectId } }
  const now = await tx.commentDraft.findUnique({ where: key })
  const gone = isUnseen(input.body)
  if (!now) {
    if (gone) return { version: null }
    if ((await tx.commentDraft.count({ where: { personId: viewer.id } })) >= MOST) throw new Refusal('drafts-full')
    const made = { id: newId(), personId: viewer.id, ...place, body: input.body, quote: input.quote ?? null }
    await tx.commentDraft.create({ data: made, select: { id: true } })
    return { version: 1 }
  }
  if (now.body === input.body && now.quote === (input.quote ?? null)) return { version: now.version }
  const seen = { id: now.id, version: input.base ?? 0 }
  const { count } = gone
    ? await tx.commentDraft.deleteMany({ where: seen })
    : await tx.commentDraft.updateMany({
        where: seen,
        data: {
          body: input.body,
          quote: input.quote ?? null,
          version: { increment: 1 },
          paragraphId: place.paragraphId,
          essayId: place.essayId,
          updatedAt: new Date(),
        },
      })
  if (count === 0) throw new Refusal('changed-meanwhile')
  return { version: gone ? null : seen.version + 1 }
}

async function findPlace(viewer: SignedIn, paragraphId: string, parentId: string | undefined): Promise<Place> {
  const paragraph = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: { essayId: true },
  })
  if (!paragraph) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  if (parentId) {
    const parent = await db.comment.findFirst({
      where: { AND: [visibleComments(viewer), { id: parentId, paragraphId }] },
      select: { id: true },
    })
    if (!parent) throw new Refusal('parent-elsewhere', { field: 'parentId' })
  }
  return { essayId: paragraph.essayId, paragraphId, subjectId: parentId ?? paragraphId }
}
