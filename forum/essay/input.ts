import { z } from 'zod'
import { typed, typedLine } from '@/forum/text'
import { Visibility } from './visibility-input'

export const TEXT_MAX_BYTES = 5 * 1024 * 1024
export const PARAGRAPHS_MAX = 2_000
/**
 * A form with a text in it and a file beside it. A file that is too large by less than as much again still comes in, so that
 * its refusal can show the form again with what was typed.
 */
export const FORM_MAX_BYTES = 16 * 1024 * 1024

export const Slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u)

export const Note = typedLine({ min: 1, max: 500 })

export const ImportEssay = z.strictObject({
  slug: Slug,
  title: typedLine({ min: 1, max: 200 }),
  /** BCP 47; what Intl does not understand is not a language tag. */
  language: z.string().max(35).refine(isLanguageTag),
  note: Note.optional(),
  source: typed({ min: 1, max: TEXT_MAX_BYTES }),
  format: z.enum(['text', 'markdown']).default('text'),
  visibility: Visibility.default('public'),
})
export type ImportEssay = z.infer<typeof ImportEssay>

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** A draft may be anything that can be kept; whether it can be published is said in preflight. */
export const DraftText = z.strictObject({
  source: typed({ max: TEXT_MAX_BYTES, tooLong: 'too-large' }),
  format: z.enum(['text', 'markdown']),
})
export type DraftText = z.infer<typeof DraftText>

export const DraftForm = z.strictObject({
  slug: Slug,
  ...DraftText.shape,
  intent: z.enum(['look', 'save', 'drop']),
})

export const RestoreForm = z.strictObject({ slug: Slug, number: z.coerce.number().int().min(1).max(1_000_000_000) })

export const CreateForm = z.strictObject({
  title: typedLine({ min: 0, max: 200 }),
  slug: z.union([z.literal(''), Slug]),
  language: ImportEssay.shape.language.or(z.literal('')),
  visibility: Visibility.default('public'),
  ...DraftText.shape,
})
