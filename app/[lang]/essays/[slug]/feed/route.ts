import { essayPath } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import { commentEntry, feed, fullAddress, latest } from '@/app/_web/feed'
import { revisionPath } from '@/app/_web/history-paths'
import { readEssayFeed } from '@/forum/feeds/queries'
import { feeds } from '@/messages/feeds'
import { LOCALE } from '@/messages/language'

/** The essay's comments and revisions, the newest first. */
export const GET = feed(BySlug, async ({ slug }, language) => {
  const { essay, revisions, comments } = await readEssayFeed(slug)
  const page = fullAddress(language, essayPath(slug))
  const published = revisions.map(({ id, number, note, publishedAt }) => ({
    id,
    title: feeds[language].revision(number, essay.title),
    page: fullAddress(language, revisionPath(slug, number)),
    published: publishedAt,
    updated: publishedAt,
    author: { name: essay.title, page },
    ...(note ? { text: note, language: essay.language } : {}),
  }))
  const entries = [...published, ...comments.map((comment) => commentEntry(comment, language))].sort(
    (a, b) => b.published.getTime() - a.published.getTime(),
  )
  return {
    id: essay.id,
    title: feeds[language].ofEssay(essay.title),
    language: LOCALE[language],
    self: `${page}/feed`,
    page,
    updated: latest(entries, essay.createdAt),
    entries,
  }
})
