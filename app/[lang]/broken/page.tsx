import { ShortPage } from '@/app/_components/frame/short-page'
import { inLanguage } from '@/app/_web/address'
import { privatePage } from '@/app/_web/asked'
import { pageLanguage } from '@/app/_web/page'
import { frame } from '@/messages/frame'
import { button } from '@/ui/button'

/** Drawn once, from words alone: it has to stand when nothing else does. */
export const dynamic = 'force-static'
export const generateMetadata = privatePage((language) => frame[language].brokenTitle)

/** What bin/serve/web.mjs sends, with status 500, for every page that broke. */
export default async function BrokenPage({ params }: { params: Promise<{ lang: string }> }) {
  const language = pageLanguage((await params).lang)
  const t = frame[language]
  return (
    <ShortPage title={t.brokenTitle} text={t.broken}>
      <a href={inLanguage(language, '/')} className={button()}>
        {t.toStart}
      </a>
    </ShortPage>
  )
}
