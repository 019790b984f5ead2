import { z } from 'zod'
import { typed, typedLine } from '@/forum/text'
import { Slug } from './input'
import { Visibility } from './visibility-input'

const blank = (value: string) => (value.trim() === '' ? undefined : value)

/** A field that may be left empty. */
const optional = <O>(schema: z.ZodType<O, string>) => z.string().transform(blank).pipe(schema.optional())

const Id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

export const ChangeEssay = z.strictObject({
  slug: Slug,
  visibility: Visibility,
  /** Markdown. */
  houseRules: optional(typed({ min: 1, max: 2_000 })),
})
export type ChangeEssay = Omit<z.infer<typeof ChangeEssay>, 'slug'>

export const ChangeParagraph = z.strictObject({
  slug: Slug,
  paragraphId: z.uuid(),
  question: optional(typedLine({ min: 1, max: 300 })),
  locked: z.literal('on').optional(),
  lockNote: optional(typedLine({ min: 1, max: 300 })),
  /** The comment's id, or its address with the id in it. */
  pinned: optional(
    z
      .string()
      .max(500)
      .transform((value) => Id.exec(value.toLowerCase())?.[0])
      .pipe(z.string()),
  ),
})
export type ChangeParagraph = Omit<z.infer<typeof ChangeParagraph>, 'slug'>
