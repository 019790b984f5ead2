import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Slug } from '@/forum/essay/input'
import { parsed } from './page'

// What stands in the addresses of earlier revisions.

/** The number of a revision or a paragraph, as people write it. */
const Place = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)

export const RevisionAddress = z.strictObject({ slug: Slug, number: Place })
export const ThreadAsOfAddress = z.strictObject({ slug: Slug, number: Place, ordinal: Place })
export const ThenAddress = z.strictObject({ id: z.uuid(), revision: Place })

/** Behind the question mark; what else stands there is not ours. */
/** `published`: what the author has just done. */
export const HistoryQuery = z.object({ before: Place.optional(), published: Place.optional() })
export const SettingsQuery = z.object({ page: Place.optional() })
export const CompareQuery = z.object({ from: Place, to: Place })
export const ThreadAsOfQuery = z.object({ after: z.uuid().optional() })

/** The segments of a path, which Next hands over as they were written there; what cannot be one leads nowhere. */
export function inPath<S extends z.ZodType>(
  schema: S,
  { lang: _, ...segments }: Readonly<Record<string, string>>,
): z.output<S> {
  return parsed(schema, Object.fromEntries(Object.entries(segments).map(([name, value]) => [name, decoded(value)])))
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) notFound()
    throw error
  }
}
