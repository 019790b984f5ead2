import { z } from 'zod'

/** Of an address of the log. `before`: the number of an entry; what is none shows the newest entries. */
export const LogAddress = z.object({
  before: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
})
