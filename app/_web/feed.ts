import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { shownName } from '@/app/_components/people/shown-name'
import type { EnteredComment } from '@/forum/comments/entries'
import { Refusal } from '@/forum/refusal'
import { env } from '@/lib/env'
import { feeds } from '@/messages/feeds'
import { isLanguage, type Language } from '@/messages/language'
import { commentPath, inLanguage, personPath } from './address'
import { type AtomEntry, type AtomFeed, writeAtom } from './atom'
import { problem } from './problem'

/** Feed readers come every few minutes; five of them old is new enough. */
const FRESH_SECONDS = 300

type Context = { params: Promise<Record<string, string>> }

/**
 * The one wrapper of feeds: the language and the thing the address names, the same answer for everybody, and 304 for what
 * was read before.
 */
export function feed<S extends z.ZodType>(
  address: S,
  read: (params: z.output<S>, language: Language) => Promise<AtomFeed>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const { lang, ...params } = await context.params
      if (!isLanguage(lang)) throw new Refusal('not-found')
      return answer(request, writeAtom(await read(addressed(address, params), lang)))
    } catch (error) {
      return problem(error)
    }
  }
}

/** As it was written in the address; what cannot be one names nothing. */
function addressed<S extends z.ZodType>(schema: S, params: Record<string, string>): z.output<S> {
  try {
    const decoded = Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)])
    const found = schema.safeParse(Object.fromEntries(decoded))
    if (found.success) return found.data
  } catch (error) {
    if (!(error instanceof URIError)) throw error
  }
  throw new Refusal('not-found')
}

function answer(request: Request, xml: string): Response {
  // Weak: on its way the answer may be compressed.
  const etag = `W/"${createHash('sha256').update(xml).digest('base64url')}"`
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    etag,
  }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(opaque)
  if (known.includes(opaque(etag)) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(xml, { headers })
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')

/** An address of ours as other machines know it. `path` without language prefix. */
export function fullAddress(language: Language, path: string): string {
  return new URL(inLanguage(language, path), env().NEXTAUTH_URL).href
}

/** The last that happened; `since` where nothing did. */
export function latest(entries: readonly AtomEntry[], since: Date): Date {
  return new Date(Math.max(since.getTime(), ...entries.map(({ updated }) => updated.getTime())))
}

export function commentEntry(comment: EnteredComment, language: Language): AtomEntry {
  const { author, paragraph, essay } = comment
  return {
    id: comment.id,
    title: feeds[language].comment(
      shownName(author.handle, language, author.displayName),
      essay.title,
      paragraph.ordinal,
    ),
    page: fullAddress(language, commentPath(comment.id)),
    published: comment.createdAt,
    updated: comment.editedAt ?? comment.createdAt,
    author: {
      name: shownName(author.handle, language, author.displayName),
      page: fullAddress(language, personPath(author.handle)),
    },
    html: comment.html,
  }
}
