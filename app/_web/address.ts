import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { isLanguage, type Language } from '@/messages/language'

/** The address of one of our pages in a language: the forum's own has none before it. `path` begins with a slash. */
/** Where a person's ways in are. */
export const SECURITY = '/settings/security'

export function inLanguage(language: Language, path: string): string {
  if (language === DEFAULT_LANGUAGE) return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** The same page in another language. `path` is one of ours, with or without a prefix. */
export function switchLanguage(path: string, to: Language): string {
  const [, first = '', ...rest] = path.split('/')
  return inLanguage(to, isLanguage(first) ? `/${rest.join('/')}` : path)
}

/** A way back that somebody handed in: only a path of ours, or the front page. */
export function ownPath(path: string | null | undefined): string {
  if (!path?.startsWith('/') || /^\/[/\\]/.test(path) || /[\p{Cc}\\]/u.test(path)) return '/'
  return path
}

export const essayPath = (slug: string) => `/essays/${encodeURIComponent(slug)}`
/** What is new in an essay for whoever asks. */
export const newPath = (slug: string) => `${essayPath(slug)}/new`
export const threadPath = (slug: string, ordinal: number) => `${essayPath(slug)}/p/${ordinal}`
/** The same by what stands in an address, which may be no place. */
export const threadPathAt = (slug: string, ordinal: string) => `${essayPath(slug)}/p/${encodeURIComponent(ordinal)}`
export const commentPath = (commentId: string) => `/c/${commentId}`
export const paragraphPath = (paragraphId: string) => `/p/${paragraphId}`
export const thenPath = (paragraphId: string, revision: number) => `/p/${paragraphId}/then/${revision}`
export const personPath = (handle: string) => `/people/${encodeURIComponent(handle)}`
/** What the element of a comment is called in a page. */
export const commentAnchor = (commentId: string) => `c-${commentId}`

/** The statement of reasons of a decision about one's own words. */
export const decisionPath = (id: string) => `/decisions/${encodeURIComponent(id)}`
