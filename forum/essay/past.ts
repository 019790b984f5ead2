import { readPinned } from '@/forum/comments/pinned'
import type { CommentView } from '@/forum/comments/view'
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

export async function readPast(paragraphId: string): Promise<Past> {
  const [since, traces, pinned] = await Promise.all([
    wordingSince(paragraphId),
    readTraces(paragraphId),
    readPinned(paragraphId),
  ])
  return { since, traces, pinned }
}
