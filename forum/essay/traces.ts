import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'

export type Trace = {
  paragraphId: string
  kind: 'split' | 'merged'
  /** The revision that did it. */
  revision: number
  /** Where it stands now; null when it is in the text no more. */
  ordinal: number | null
  commentCount: number
}

export type Traces = {
  /** Where words of this paragraph went. */
  went: Trace[]
  /** Where words of this paragraph came from, with what was said about them there. */
  came: Trace[]
}

const SHOWN = 20

const OTHER = {
  id: true,
  commentCount: true,
  retiredInId: true,
  wordings: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { ordinal: true } },
} as const

/** How a paragraph hangs together with others: split from, merged into. */
export async function readTraces(viewer: Viewer, paragraphId: string): Promise<Traces> {
  const rows = await db.lineage.findMany({
    where: {
      essay: visibleEssays(viewer),
      kind: { in: ['split', 'merged'] },
      OR: [
        { fromId: paragraphId, NOT: { toId: paragraphId } },
        { toId: paragraphId, NOT: { fromId: paragraphId } },
      ],
    },
    orderBy: { revision: { number: 'desc' } },
    take: SHOWN,
    select: {
      kind: true,
      fromId: true,
      revision: { select: { number: true } },
      from: { select: OTHER },
      to: { select: OTHER },
    },
  })
  const traces: Traces = { went: [], came: [] }
  for (const { kind, fromId, revision, from, to } of rows) {
    const isFrom = fromId === paragraphId
    const other = isFrom ? to : from
    if (!other || (kind !== 'split' && kind !== 'merged')) continue
    const list = isFrom ? traces.went : traces.came
    if (list.some((trace) => trace.paragraphId === other.id)) continue
    list.push({
      paragraphId: other.id,
      kind,
      revision: revision.number,
      ordinal: other.retiredInId === null ? (other.wordings[0]?.ordinal ?? null) : null,
      commentCount: other.commentCount,
    })
  }
  return traces
}
