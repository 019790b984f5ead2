import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { threadPathAt } from '@/app/_web/address'
import { orLeftToPage, orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { ThreadWindow as Window } from '@/forum/comments/input'
import { readWindow } from '@/forum/comments/queries'
import { readPast } from '@/forum/essay/past'
import type { EssayView } from '@/forum/essay/queries'
import { readWhyHeld } from '@/forum/moderation/held'
import { reading } from '@/messages/reading'
import { ThreadWindow } from './thread-window'

export type WindowProps = {
  params: Promise<{ lang: string; slug: string; ordinal: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
type ReadEssay = (slug: string) => Promise<EssayView>

export async function windowMetadata({ params }: WindowProps, readEssay: ReadEssay): Promise<Metadata> {
  const { lang, slug, ordinal } = await params
  const essay = await orLeftToPage(readEssay(decodeURIComponent(slug)))
  if (!essay) return {}
  const title = `${reading[pageLanguage(lang)].paragraph(Number(ordinal))} · ${essay.title}`
  return { title, robots: { index: false } }
}

/** A thread in another order, from another page on, or round one comment (`?at=`); of whichever essays are read so. */
export async function WindowPage({ params, searchParams, readEssay }: WindowProps & { readEssay: ReadEssay }) {
  const { lang, slug, ordinal } = await params
  const language = pageLanguage(lang)
  const essayAt = decodeURIComponent(slug)
  const asked = parsed(Window, await searchParams)
  const at = { language, path: `${threadPathAt(essayAt, ordinal)}/comments?${new URLSearchParams(asked)}` }
  const essay = await orNotFound(readEssay(essayAt), at)
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
