import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { isLanguage, type Language } from '@/messages/language'
import { inLanguage, SECURITY } from './address'

/** The `[lang]` of an address; anything else is no page. */
export function pageLanguage(lang: string): Language {
  if (!isLanguage(lang)) notFound()
  return lang
}

/** Where a page is: its language, and its path without the language's prefix. */
type At = { language: Language; path: string }

/**
 * What a page reads, with a refusal turned into what a page does: not visible is not found, and who is not signed in is
 * led through sign-in and back to `path` (without language prefix).
 */
export async function orNotFound<T>(
  reading: Promise<T>,
  at: At = { language: DEFAULT_LANGUAGE, path: '/' },
): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'sign-in-required') {
      const why = error.about.facts?.for === 'members' ? '&for=members' : ''
      redirect(inLanguage(at.language, `/sign-in?then=${encodeURIComponent(inLanguage(at.language, at.path))}${why}`))
    }
    if (error.code === 'second-step-required') redirect(inLanguage(at.language, `${SECURITY}?required=1`))
    notFound()
  }
}

/**
 * What the frame of a page reads: null where a guest has to sign in first. The page inside knows the whole way back and leads
 * there; the frame shows nothing of its own.
 */
export async function orLeftToPage<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal && error.code === 'sign-in-required') return null
    return orNotFound(Promise.reject(error))
  }
}

/** The same for a page that has something to show without it: null for what is not there. */
export async function orNull<T>(reading: Promise<T>, at: At): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    return orNotFound(Promise.reject(error), at)
  }
}

/** What stands in the address or behind its question mark; an address that cannot be one leads nowhere. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input)
  if (!result.success) notFound()
  return result.data
}
