import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import { closedTo } from './closed'
import { type DiffPart, wordDiff } from './word-diff'

export type ThenAndNow = {
  earlier: { revision: number; text: string }
  present: { revision: number; text: string }
  diff: DiffPart[]
}

/**
 * The number of the revision since which the paragraph reads as it does (as it last did, when it is retired): comments
 * from before it were written on an earlier wording. Differences in typography only do not count.
 */
export async function wordingSince(viewer: Viewer, paragraphId: string): Promise<number> {
  const wordings = await db.wording.findMany({
    where: { paragraphId, paragraph: { essay: visibleEssays(viewer) } },
    orderBy: { revision: { number: 'desc' } },
    select: { hash: true, revision: { select: { number: true } } },
  })
  const present = wordings[0]?.hash
  const changed = wordings.findIndex(({ hash }) => hash !== present)
  return (changed === -1 ? wordings.at(-1) : wordings[changed - 1])?.revision.number ?? 1
}

/** A paragraph as it read in a revision and as it reads now. @throws Refusal not-found, sign-in-required */
export async function readThenAndNow(viewer: Viewer, paragraphId: string, revision: number): Promise<ThenAndNow> {
  const here = { paragraphId, paragraph: { essay: visibleEssays(viewer) } }
  const select = { text: true, revision: { select: { number: true } } } as const
  const [earlier, present] = await Promise.all([
    db.wording.findFirst({ where: { ...here, revision: { number: revision } }, select }),
    db.wording.findFirst({ where: here, orderBy: { revision: { number: 'desc' } }, select }),
  ])
  if (!present) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  if (!earlier) throw new Refusal('not-found')
  return {
    earlier: { revision: earlier.revision.number, text: earlier.text },
    present: { revision: present.revision.number, text: present.text },
    diff: wordDiff(earlier.text, present.text),
  }
}
