import { FoundAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { networkOf } from '@/app/_web/network'
import { SearchQuery } from '@/forum/search/input'
import { admitSearch } from '@/forum/search/pace'
import { search } from '@/forum/search/queries'

export const GET = api(
  {
    summary: 'Paragraphs and comments that have every word, the newest first',
    query: SearchQuery,
    answer: FoundAnswer,
  },
  async ({ viewer, query, request }) => {
    await admitSearch(viewer, networkOf(request))
    const { titles, paragraphs, comments, moreParagraphs, nextCursor } = await search(viewer, query)
    return {
      essays: titles.map(({ slug, title, language }) => ({ slug, title, language })),
      paragraphs: paragraphs.map(({ paragraphId, parts, ...found }) => ({ id: paragraphId, ...found, excerpt: parts })),
      moreParagraphs,
      comments: comments.map(({ id, author, essay, paragraph, createdAt, parts }) => ({
        id,
        paragraphId: paragraph.id,
        ordinal: paragraph.ordinal,
        slug: essay.slug,
        author: { handle: author.handle, displayName: author.displayName },
        createdAt: createdAt.toISOString(),
        excerpt: parts,
      })),
      nextCursor,
    }
  },
)
