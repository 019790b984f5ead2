import type { Viewer } from '@/forum/viewer'
import { findComments } from './comments'
import type { SearchQuery } from './input'
import { findParagraphs, findTitles } from './paragraphs'
import { findScope, isOfComments, type Scope } from './scope'
import { readTerms, type Term } from './terms'

/** Of paragraphs, where comments are looked for too. */
const SOME = 5

export type Found = Awaited<ReturnType<typeof search>>

const NOTHING = { paragraphs: [], cursor: null }
const NO_COMMENTS = { comments: [], cursor: null }

/**
 * Titles, paragraphs as they read now and comments that have every word of the question. With a cursor, what comes next of
 * the comments, or of the paragraphs where only these are asked for.
 * @throws Refusal `bad-input` with the field, `search-too-long` when it would take too long
 */
export async function search(viewer: Viewer, asked: SearchQuery) {
  const scope = await findScope(viewer, asked)
  const terms = readTerms(asked.q)
  if (terms.length === 0) return { titles: [], ...NOTHING, ...NO_COMMENTS, moreParagraphs: false, nextCursor: null }
  const { titles, text, said } = await find(viewer, terms, scope, asked)
  return {
    titles,
    paragraphs: text.paragraphs,
    comments: said.comments,
    /** Whether there are paragraphs that `in: 'text'` would show. */
    moreParagraphs: asked.in === 'all' && text.cursor !== null,
    nextCursor: asked.in === 'text' ? text.cursor : said.cursor,
  }
}

/** One after another: each is short, and a search takes one connection of the few at a time. */
async function find(viewer: Viewer, terms: readonly Term[], scope: Scope, asked: SearchQuery) {
  const { limit, cursor } = asked
  const ofText = asked.in === 'text' || (asked.in === 'all' && cursor === undefined && !isOfComments(scope))
  const ofTitles = ofText && cursor === undefined && scope.paragraphId === undefined
  const titles = ofTitles ? await findTitles(viewer, terms, scope) : []
  const page = asked.in === 'text' ? { limit, cursor } : { limit: Math.min(SOME, limit), cursor: undefined }
  const text = ofText ? await findParagraphs(viewer, terms, scope, page) : NOTHING
  const said = asked.in === 'text' ? NO_COMMENTS : await findComments(viewer, terms, scope, { limit, cursor })
  return { titles, text, said }
}
