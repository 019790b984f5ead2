import type { Metadata } from 'next'
import { EssayArticle } from '@/app/_components/essay/essay-article'
import { EssayList } from '@/app/_components/essay/essay-list'
import { ReaderFrame } from '@/app/_components/essay/reader-frame'
import { pageLanguage } from '@/app/_web/page'
import { sharedEssay, sharedEssays } from '@/app/_web/shared-pages'
import { reading } from '@/messages/reading'

type Props = { params: Promise<{ lang: string }> }

/** The list has a title of its own; the one essay stands under the forum's name. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { length } = await sharedEssays()
  // The layout's template reaches the pages below it, not its own.
  const essays = `${reading[pageLanguage((await params).lang)].essays} · Marginalia`
  return length === 1 ? {} : { title: { absolute: essays } }
}

/** The essay if there is one, else the list. */
export default async function FrontPage({ params }: Props) {
  const language = pageLanguage((await params).lang)
  const essays = await sharedEssays()
  const [only] = essays
  if (!only || essays.length > 1) return <EssayList essays={essays} language={language} />
  const essay = await sharedEssay(only.slug)
  return (
    <ReaderFrame>
      <EssayArticle essay={essay} language={language} />
    </ReaderFrame>
  )
}
