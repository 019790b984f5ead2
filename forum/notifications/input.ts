import { z } from 'zod'
import { Slug } from '@/forum/essay/input'
import { AskedHandle } from '@/forum/people/input'
import { PACES } from './kinds'

/** `upTo`: the newest notification the person had before them. What arrived since is not read. */
export const MarkRead = z.strictObject({ upTo: z.uuid() })
export type MarkRead = z.infer<typeof MarkRead>

const Pace = z.enum(PACES)

/** How soon each kind comes by mail. */
export const ChoosePaces = z.strictObject({
  reply: Pace,
  mention: Pace,
  decision: Pace,
  credit: Pace,
  changed: Pace,
  watched: Pace,
  report: Pace,
})
export type ChoosePaces = z.infer<typeof ChoosePaces>

export const ChooseThread = z.strictObject({ paragraphId: z.uuid(), choice: z.enum(['watched', 'usual', 'muted']) })
export type ChooseThread = z.infer<typeof ChooseThread>

export const WatchEssay = z.strictObject({ slug: Slug, choice: z.enum(['watched', 'usual']) })
export type WatchEssay = z.infer<typeof WatchEssay>

export const ChoosePerson = z.strictObject({ handle: AskedHandle, choice: z.enum(['usual', 'muted', 'blocked']) })
export type ChoosePerson = z.infer<typeof ChoosePerson>

/** The secret of a mail's link; what it may be, only its signature says. */
export const Unsubscribe = z.strictObject({ token: z.string().min(1).max(300) })
export type Unsubscribe = z.infer<typeof Unsubscribe>
