import { readPinned } from '@/forum/comments/pinned'
import type { CommentView } from '@/forum/comments/view'
import type { Viewer } from '@/forum/viewer'
import { wordingSince } from './then-and-now'
import { readTraces, type Traces } from './traces'

/** What a thread has to say of its paragraph's past. */
export type Past = {
  /** Number of the revision since which it reads as it does. */
  since: number
  traces: Traces
  /** The comment that its author put above the others. */
  pinned: CommentView | null
}

export async function readPast(viewer: Viewer, paragraphId: string): Promise<Past> {
  const [since, traces, pinned] = await Promise.all([
    wordingSince(viewer, paragraphId),
    readTraces(viewer, paragraphId),
    readPinned(viewer, paragraphId),
  ])
  return { since, traces, pinned }
}
