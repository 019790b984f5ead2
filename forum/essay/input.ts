import { z } from 'zod'
import { typed, typedLine } from '@/forum/text'

export const TEXT_MAX_BYTES = 5 * 1024 * 1024
export const PARAGRAPHS_MAX = 2_000

export const Slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u)

export const ImportEssay = z.strictObject({
  slug: Slug,
  title: typedLine({ min: 1, max: 200 }),
  /** BCP 47; what Intl does not understand is not a language tag. */
  language: z.string().max(35).refine(isLanguageTag),
  note: typedLine({ min: 1, max: 500 }).optional(),
  text: typed({ min: 1, max: TEXT_MAX_BYTES }),
})
export type ImportEssay = z.infer<typeof ImportEssay>

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
