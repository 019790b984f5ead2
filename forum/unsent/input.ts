import { z } from 'zod'
import { Count } from '@/forum/comments/input'
import { QUOTE_MAX } from '@/forum/comments/limits'
import { typed } from '@/forum/text'
import { UNSENT_MAX } from './limits'

export const SaveUnsent = z.strictObject({
  /** Nothing to be seen in it: the draft is given up. */
  body: typed({ max: UNSENT_MAX, tooLong: 'body-too-long' }),
  parentId: z.uuid().nullish(),
  quote: typed({ max: QUOTE_MAX }).nullish(),
  /** The version this device goes on from; none when it knows of no draft. */
  base: Count.nullish(),
})
export type SaveUnsent = z.infer<typeof SaveUnsent>

export const OneUnsent = z.strictObject({ draftId: z.uuid() })
