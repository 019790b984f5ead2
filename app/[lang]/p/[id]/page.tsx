import { redirect } from 'next/navigation'
import { RetiredParagraph } from '@/app/_components/comments/retired-paragraph'
import { paragraphAnchor } from '@/app/_components/essay/anchors'
import { inLanguage, paragraphPath, threadPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { asked, type PageProps } from '@/app/_web/asked'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { ThreadWindow } from '@/forum/comments/input'
import { readWindow } from '@/forum/comments/queries'
import { readPast } from '@/forum/essay/past'
import { locateParagraph } from '@/forum/essay/queries'
import { reading } from '@/messages/reading'

/** Where it stands now; tomorrow it may be elsewhere, so nothing of this is kept. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps) {
  return { title: reading[pageLanguage((await params).lang)].retiredTitle, robots: { index: false } }
}

/** A paragraph's permanent address: leads to where it stands now; one that is in the text no more stands here. */
export default async function ParagraphAddress(props: PageProps<{ id: string }>) {
  const { language, query, params } = await asked(props)
  const { id } = parsed(ById, { id: params.id })
  const who = await viewer()
  const window = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const path = `${paragraphPath(id)}${window.size > 0 ? `?${window}` : ''}`
  const paragraph = await orNotFound(locateParagraph(who, id), { language, path })
  const { essay, ordinal } = paragraph
  // The mark brings a paragraph far down into sight, also without JavaScript.
  if (!paragraph.retired)
    redirect(`${inLanguage(language, threadPath(essay.slug, ordinal))}#${paragraphAnchor(ordinal)}`)
  const place = parsed(ThreadWindow, { sort: 'oldest', ...query })
  const [shown, past] = await Promise.all([orNotFound(readWindow(who, id, place)), readPast(who, id)])
  return <RetiredParagraph paragraph={paragraph} shown={shown} sort={place.sort} past={past} language={language} />
}
