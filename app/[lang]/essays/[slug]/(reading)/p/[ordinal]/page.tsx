import type { Metadata } from 'next'
import { Thread } from '@/app/_components/comments/thread'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { sharedThread } from '@/app/_web/shared-pages'
import { reading } from '@/messages/reading'

type Params = Promise<{ lang: string; slug: string; ordinal: string }>

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { lang, slug, ordinal } = await params
  const { essay, paragraph } = await orNotFound(sharedThread(decodeURIComponent(slug), ordinal))
  return { title: `${reading[pageLanguage(lang)].paragraph(paragraph.ordinal)} · ${essay.title}` }
}

/** The first page of a thread, the same for everybody. */
export default async function ThreadPage({ params }: { params: Params }) {
  const { lang, slug, ordinal } = await params
  const { essay, paragraph, sort, past, comments, nextCursor } = await orNotFound(
    sharedThread(decodeURIComponent(slug), ordinal),
  )
  return (
    <Thread
      essay={essay}
      paragraph={paragraph}
      sort={sort}
      comments={comments}
      nextCursor={nextCursor}
      past={past}
      language={pageLanguage(lang)}
    />
  )
}
