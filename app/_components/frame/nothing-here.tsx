import { inLanguage } from '@/app/_web/address'
import { frame } from '@/messages/frame'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { ShortPage } from './short-page'

export function NothingHere({ language }: { language: Language }) {
  const t = frame[language]
  return (
    <ShortPage title={t.notFoundTitle} text={t.notFound}>
      <a href={inLanguage(language, '/')} className={button()}>
        {t.toStart}
      </a>
    </ShortPage>
  )
}
