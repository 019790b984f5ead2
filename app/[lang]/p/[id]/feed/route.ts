import { firstWords } from '@/app/_components/history/first-words'
import { paragraphPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { commentEntry, feed, fullAddress, latest } from '@/app/_web/feed'
import { readParagraphFeed } from '@/forum/feeds/queries'
import { feeds } from '@/messages/feeds'
import { LOCALE } from '@/messages/language'

const TITLE_MOST = 60

/** What is said about one paragraph, wherever in the text it stands. */
export const GET = feed(ById, async ({ id }, language) => {
  const { paragraph, essay, comments } = await readParagraphFeed(id)
  const page = fullAddress(language, paragraphPath(id))
  const entries = comments.map((comment) => commentEntry(comment, language))
  return {
    id,
    title: feeds[language].ofParagraph(essay.title, firstWords(paragraph.text, TITLE_MOST)),
    language: LOCALE[language],
    self: `${page}/feed`,
    page,
    updated: latest(entries, paragraph.publishedAt),
    entries,
  }
})
