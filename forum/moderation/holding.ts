import { countShown, shownOf } from '@/forum/comments/counters'
import { writeLog } from '@/forum/log/mutations'
import type { Tx } from '@/lib/db'
import { openCase } from './cases'
import type { Screened } from './screen'

/** What a machine's doubt counts on the desk: as much as a reader's report. */
const POINTS = { check: 1, rule: 2 }

/** The case of a comment that was held before anybody read it, and an entry of the log for each thing that held it. */
export async function openHeldCase(
  tx: Tx,
  comment: { id: string; essayId: string },
  { holds, caught }: Screened,
): Promise<void> {
  if (caught.length > 0)
    await tx.ruleHit.createMany({
      data: caught.map((hit) => ({ ...hit, commentId: comment.id, essayId: comment.essayId })),
      skipDuplicates: true,
    })
  if (holds.length === 0) return
  // Held for another reason now, it does not come back by an edit.
  await tx.hiding.updateMany({
    where: { commentId: comment.id, broughtBackAt: null },
    data: { broughtBackAt: new Date() },
  })
  await openCase(tx, {
    comment,
    reasons: holds.map(({ source, code, rule }) => ({
      source,
      code,
      points: POINTS[source],
      ...(rule ? { rule } : {}),
    })),
  })
  for (const { source, code, rule, reason } of holds)
    await writeLog(tx, {
      act: 'comment.hold',
      subject: comment.id,
      essayId: comment.essayId,
      byId: null,
      ...(reason ? { reason } : {}),
      details: rule ? { rule: code, version: rule.version } : { [source]: code },
    })
}

type Shown = Parameters<typeof shownOf>[0] & {
  id: string
  essayId: string
  paragraphId: string
  parentId: string | null
}

/** Takes a published comment out of everybody's sight until a moderator has looked. Under its lock. */
export async function holdComment(tx: Tx, comment: Shown): Promise<void> {
  if (comment.status !== 'published') return
  await tx.comment.update({ where: { id: comment.id }, data: { status: 'held' }, select: { id: true } })
  await countShown(tx, comment, shownOf(comment), 'nothing')
}

/** The other way round, by whoever may. Under its lock. */
export async function releaseHeld(tx: Tx, comment: Shown): Promise<void> {
  if (comment.status !== 'held') return
  await tx.comment.update({ where: { id: comment.id }, data: { status: 'published' }, select: { id: true } })
  await countShown(tx, comment, shownOf(comment), 'words')
}
