import type { Metadata } from 'next'
import { EssayArticle } from '@/app/_components/essay/essay-article'
import { EssayList } from '@/app/_components/essay/essay-list'
import { MembersLink } from '@/app/_components/essay/members-link'
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

/** The essay if there is one, else the list: what everybody may read. Members learn below it that there is more. */
export default async function FrontPage({ params }: Props) {
  const language = pageLanguage((await params).lang)
  const essays = await sharedEssays()
  const [only] = essays
  if (!only || essays.length > 1) {
    const t = reading[language]
    const empty = (
      <>
        {t.noEssays} <span className="block text-ink-3">{t.noEssaysHint}</span>
      </>
    )
    return (
      <EssayList title={t.essays} essays={essays} empty={empty} language={language}>
        <MembersLink language={language} />
      </EssayList>
    )
  }
  const essay = await sharedEssay(only.slug)
  return (
    <ReaderFrame language={language}>
      <EssayArticle essay={essay} language={language} />
      <MembersLink language={language} />
    </ReaderFrame>
  )
}
