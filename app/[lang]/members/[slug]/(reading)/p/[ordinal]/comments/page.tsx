import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ThreadWindow } from '@/app/_components/comments/thread-window'
import { threadPathAt } from '@/app/_web/address'
import { memberEssay } from '@/app/_web/member-pages'
import { orLeftToPage, orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { ThreadWindow as Window } from '@/forum/comments/input'
import { readWindow } from '@/forum/comments/queries'
import { readPast } from '@/forum/essay/past'
import { readWhyHeld } from '@/forum/moderation/held'
import { reading } from '@/messages/reading'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ lang: string; slug: string; ordinal: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug, ordinal } = await params
  const essay = await orLeftToPage(memberEssay(decodeURIComponent(slug)))
  if (!essay) return {}
  const title = `${reading[pageLanguage(lang)].paragraph(Number(ordinal))} · ${essay.title}`
  return { title, robots: { index: false } }
}

/** The same for the thread of an essay for members. */
export default async function MemberCommentsPage({ params, searchParams }: Props) {
  const { lang, slug, ordinal } = await params
  const language = pageLanguage(lang)
  const essayAt = decodeURIComponent(slug)
  const asked = parsed(Window, await searchParams)
  const at = { language, path: `${threadPathAt(essayAt, ordinal)}/comments?${new URLSearchParams(asked)}` }
  const essay = await orNotFound(memberEssay(essayAt), at)
  const paragraph = essay.paragraphs.find((one) => String(one.ordinal) === ordinal)
  if (!paragraph) notFound()
  const who = await viewer()
  const [shown, past, why] = await Promise.all([
    orNotFound(readWindow(who, paragraph.id, asked), at),
    readPast(who, paragraph.id),
    readWhyHeld(who, paragraph.id, asked.at),
  ])
  return (
    <ThreadWindow
      essay={essay}
      paragraph={paragraph}
      asked={asked}
      shown={shown}
      past={past}
      why={why}
      language={language}
    />
  )
}
