import { z } from 'zod'
import { isRefusalCode } from '@/forum/refusal'
import { Note, Slug } from './input'

/** What an author chose for one doubtful thread; a place by number gets its words when it is kept. */
export type Chosen = { to: number; hash?: string } | { retire: true }

const Fixed = z.strictObject({
  slug: Slug,
  base: z.coerce.number().int().min(1).max(1_000_000_000),
  note: z
    .string()
    .transform((note) => (note.trim() === '' ? undefined : note))
    .pipe(Note.optional()),
  intent: z.enum(['keep', 'publish']),
})

const FATE = /^fate-([0-9a-f-]{36})$/
const OTHER = /^other-([0-9a-f-]{36})$/
const CREDIT = /^credit-([0-9a-f-]{36})$/
const PLACE = /^to:([1-9]\d{0,4}):([0-9a-f]{64})$/
const NUMBER = /^\s*([1-9]\d{0,4})\s*$/

/**
 * The form of preflight: besides its fixed fields, for every doubtful thread `fate-{id}` (`to:{ordinal}:{hash}`, `retire`,
 * `other` with the number in `other-{id}`, or nothing yet), and `credit-{id}` for every comment that is thanked for.
 */
export const PreflightForm = z.record(z.string(), z.string()).transform((fields, context) => {
  const fixed: Record<string, string> = {}
  const fates: Record<string, Chosen> = {}
  const credits: string[] = []
  const wrong = (field: string) => {
    context.addIssue({ code: 'custom', path: [field], message: 'bad-input' })
    return z.NEVER
  }
  for (const [name, value] of Object.entries(fields)) {
    const fate = FATE.exec(name)?.[1]
    const credit = CREDIT.exec(name)?.[1]
    if (credit) credits.push(credit)
    else if (fate) {
      const place = PLACE.exec(value)
      const other = value === 'other' ? NUMBER.exec(fields[`other-${fate}`] ?? '') : null
      if (value === 'retire') fates[fate] = { retire: true }
      else if (place) fates[fate] = { to: Number(place[1]), hash: place[2] ?? '' }
      else if (other) fates[fate] = { to: Number(other[1]) }
      else if (value === 'other') return wrong(`other-${fate}`)
      else if (value !== '') return wrong(name)
    } else if (!OTHER.test(name)) fixed[name] = value
  }
  const parsed = Fixed.safeParse(fixed)
  if (parsed.success) return { ...parsed.data, fates, credits }
  const [issue] = parsed.error.issues
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  context.addIssue({
    code: 'custom',
    path: [String(field ?? '')],
    message: isRefusalCode(issue?.message) ? issue.message : 'bad-input',
  })
  return z.NEVER
})
