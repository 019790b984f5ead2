import { EssayArticle } from '@/app/_components/essay/essay-article'
import { EssayList } from '@/app/_components/essay/essay-list'
import { ReaderFrame } from '@/app/_components/essay/reader-frame'
import { pageLanguage } from '@/app/_web/page'
import { sharedEssay, sharedEssays } from '@/app/_web/shared-pages'

/** The essay if there is one, else the list. */
export default async function FrontPage({ params }: { params: Promise<{ lang: string }> }) {
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
