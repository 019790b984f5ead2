import { z } from 'zod'

/** NUL cannot be stored; a lone surrogate is no character. Both come from broken programs or from attacks. */
function wellFormed(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed()
}

/** White space, controls, joiners, and letters without a shape (Hangul fillers, the empty Braille cell). */
const UNSEEN = /[\s\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0\u2800]+/gu

const seen = (text: string) => text.replace(UNSEEN, '')

/** Whether there is nothing to see in it, however long it is. */
export const isUnseen = (text: string) => seen(text) === ''

/** Text a person typed: well-formed, line ends as \n. Length is counted in characters as PostgreSQL counts them. */
export function typed(limits: { min?: number; max: number; tooLong?: string; empty?: string }) {
  return z
    .string()
    .refine(wellFormed, 'bad-characters')
    .transform((value) => value.replace(/\r\n?/g, '\n'))
    .refine((value) => seen(value).length >= (limits.min ?? 0), limits.empty ?? 'bad-input')
    .refine((value) => value.length <= limits.max || [...value].length <= limits.max, limits.tooLong ?? 'bad-input')
}

/** One line: inner white space becomes single blanks, none at the ends. Of its characters at least `min` can be seen. */
export function typedLine(limits: { min: number; max: number }) {
  return typed({ max: limits.max * 4 })
    .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((value) => [...seen(value)].length >= limits.min && [...value].length <= limits.max, 'bad-input')
}
