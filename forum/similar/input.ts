import { z } from 'zod'
import { typed } from '@/forum/text'
import { UNSENT_MAX } from '@/forum/unsent/limits'

export const FindSimilar = z.strictObject({
  body: typed({ max: UNSENT_MAX, tooLong: 'body-too-long' }),
  /** What is answered: it is like the answer, and known. */
  except: z.uuid().nullish(),
})
export type FindSimilar = z.infer<typeof FindSimilar>
