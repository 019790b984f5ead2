import type { Metadata } from 'next'
import { ShortPage } from '@/app/_components/frame/short-page'
import { inLanguage } from '@/app/_web/address'
import { pageLanguage } from '@/app/_web/page'
import { frame } from '@/messages/frame'
import { privacy } from '@/messages/privacy'
import { button } from '@/ui/button'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: privacy[pageLanguage((await params).lang)].deletedTitle, robots: { index: false } }
}

/** Where somebody stands whose account is gone: the same for everybody. */
export default async function GoodbyePage({ params }: Props) {
  const language = pageLanguage((await params).lang)
  const t = privacy[language]
  return (
    <ShortPage title={t.deletedTitle} text={t.deletedWhat}>
      <a href={inLanguage(language, '/')} className={button()}>
        {frame[language].toStart}
      </a>
    </ShortPage>
  )
}
