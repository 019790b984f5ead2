import { z } from 'zod'
import { Slug } from '@/forum/essay/input'
import { LOG_ACTS } from './acts'

/** Of an address of the log. `before`: the number of an entry. What is not understood is left out. */
export const LogAddress = z.object({
  before: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
  act: z.enum(LOG_ACTS).optional().catch(undefined),
  essay: Slug.optional().catch(undefined),
  /** A month of UTC, "2026-11". */
  month: z
    .string()
    .regex(/^2\d{3}-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
})
export type LogAddress = z.infer<typeof LogAddress>
