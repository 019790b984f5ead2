import { z } from 'zod'
import { Slug } from '@/forum/essay/input'
import { MARKS_MOST } from './limits'

/** A moment as the doors themselves write it. */
const Moment = z.iso.datetime({ precision: 3 }).transform((text) => new Date(text))

/** `2f1c…~1764359999000`: a thread, and until when it was seen, in milliseconds since 1970. */
const Mark = z
  .string()
  .regex(/^[0-9a-f-]{36}~\d{1,14}$/)
  .transform((text) => ({ paragraphId: text.slice(0, 36), seenUntil: new Date(Number(text.slice(37))) }))
  .pipe(z.object({ paragraphId: z.uuid(), seenUntil: z.date() }))

/**
 * `since`: of a guest, whose last visit only their browser knows. `seen`: threads it has shown after that, separated by
 * commas. `paragraph`: this one alone.
 */
export const StandingQuery = z.strictObject({
  since: Moment.optional(),
  seen: z
    .string()
    .max(MARKS_MOST * 60)
    .transform((text) => text.split(','))
    .pipe(z.array(Mark).max(MARKS_MOST))
    .optional(),
  paragraph: z.uuid().optional(),
})
export type StandingQuery = z.infer<typeof StandingQuery>

export const FreshQuery = z.strictObject({ since: Moment.optional() })
export type FreshQuery = z.infer<typeof FreshQuery>

/** Up to which arrival the thread was shown. */
export const SeenUntil = z.strictObject({ until: Moment })

/** "All read", of one paragraph or of the whole essay, from a form. */
export const AllRead = z.strictObject({ slug: Slug, paragraphId: z.uuid().optional() })
export type AllRead = z.infer<typeof AllRead>
