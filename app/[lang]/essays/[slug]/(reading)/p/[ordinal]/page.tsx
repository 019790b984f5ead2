import type { Metadata } from 'next'
import { Thread } from '@/app/_components/comments/thread'
import { threadPathAt } from '@/app/_web/address'
import { orLeftToPage, orNotFound, pageLanguage } from '@/app/_web/page'
import { sharedThread } from '@/app/_web/shared-pages'
import { reading } from '@/messages/reading'

type Params = Promise<{ lang: string; slug: string; ordinal: string }>

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { lang, slug, ordinal } = await params
  const found = await orLeftToPage(sharedThread(decodeURIComponent(slug), ordinal))
  if (!found) return {}
  return { title: `${reading[pageLanguage(lang)].paragraph(found.paragraph.ordinal)} · ${found.essay.title}` }
}

/** The first page of a thread, the same for everybody. */
export default async function ThreadPage({ params }: { params: Params }) {
  const { lang, slug, ordinal } = await params
  const language = pageLanguage(lang)
  const essayAt = decodeURIComponent(slug)
  const found = await orNotFound(sharedThread(essayAt, ordinal), { language, path: threadPathAt(essayAt, ordinal) })
  const { essay, paragraph, sort, past, comments, nextCursor } = found
  return (
    <Thread
      essay={essay}
      paragraph={paragraph}
      sort={sort}
      comments={comments}
      nextCursor={nextCursor}
      past={past}
      language={language}
    />
  )
}
