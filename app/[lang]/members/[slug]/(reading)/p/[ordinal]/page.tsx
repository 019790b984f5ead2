import type { Metadata } from 'next'
import { Thread } from '@/app/_components/comments/thread'
import { threadPathAt } from '@/app/_web/address'
import { memberThread } from '@/app/_web/member-pages'
import { orLeftToPage, orNotFound, pageLanguage } from '@/app/_web/page'
import { reading } from '@/messages/reading'

export const dynamic = 'force-dynamic'

type Params = Promise<{ lang: string; slug: string; ordinal: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { lang, slug, ordinal } = await params
  const found = await orLeftToPage(memberThread(decodeURIComponent(slug), ordinal))
  if (!found) return {}
  return { title: `${reading[pageLanguage(lang)].paragraph(found.paragraph.ordinal)} · ${found.essay.title}` }
}

/** The first page of a thread of an essay for members. */
export default async function MemberThreadPage({ params }: { params: Params }) {
  const { lang, slug, ordinal } = await params
  const language = pageLanguage(lang)
  const essayAt = decodeURIComponent(slug)
  const found = await orNotFound(memberThread(essayAt, ordinal), { language, path: threadPathAt(essayAt, ordinal) })
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
