import { z } from 'zod'
import { Slug } from '@/forum/essay/input'

/** How far back figures look, in days up to now. */
export const RANGES = [7, 30, 90, 365] as const
export type Range = (typeof RANGES)[number]

const Days = z.coerce.number().pipe(z.literal(RANGES))
const Essay = z.union([z.literal('').transform(() => undefined), Slug])

/** Of a page's address: what is not understood is the usual. */
export const FiguresAddress = z.object({
  days: Days.catch(30),
  essay: Essay.optional().catch(undefined),
})
export type FiguresAddress = z.infer<typeof FiguresAddress>

/** Of the door, which is told what is wrong. */
export const FiguresQuery = z.strictObject({
  days: Days.default(30),
  essay: Essay.optional(),
  as: z.enum(['json', 'csv']).default('json'),
})
