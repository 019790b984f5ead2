import { z } from 'zod'
import { Count } from '@/forum/comments/input'
import { Slug } from '@/forum/essay/input'
import { typedLine } from '@/forum/text'

export const SEARCH_MAX = 100
export const SEARCH_PAGE_MAX = 50
/** One Chinese character is a word; one Latin letter is not, but nobody is harmed. */
export const SearchWords = typedLine({ min: 1, max: SEARCH_MAX })

export const SearchIn = z.enum(['all', 'text', 'comments'])
export type SearchIn = z.infer<typeof SearchIn>

/** With or without the sign that stands before it elsewhere. */
const Person = typedLine({ min: 1, max: 60 }).transform((value) =>
  value.normalize('NFKC').replace(/^@/, '').toLowerCase(),
)

export const SearchQuery = z.strictObject({
  q: SearchWords,
  /** Both: a few paragraphs, and all comments. */
  in: SearchIn.default('all'),
  essay: Slug.optional(),
  /** Its place in the essay's text; the essay may be left out where there is only one. */
  paragraph: Count.optional(),
  person: Person.optional(),
  /** The first and the last day, in UTC. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(SEARCH_PAGE_MAX).default(20),
  cursor: z.string().max(100).optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>
