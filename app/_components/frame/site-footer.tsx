import { inLanguage } from '@/app/_web/address'
import { frame } from '@/messages/frame'
import type { Language } from '@/messages/language'
import { LanguageSwitch } from './language-switch'

export function SiteFooter({ language }: { language: Language }) {
  const t = frame[language]
  return (
    <footer
      data-site-footer
      className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-rule px-4 py-4 text-[0.8125rem] text-ink-3 mid:px-7 print:hidden"
    >
      <a href={inLanguage(language, '/recent')} className="py-1 hover:text-ink">
        {t.recent}
      </a>
      <a href={inLanguage(language, '/log')} title={t.logHint} className="py-1 hover:text-ink">
        {t.log}
      </a>
      <a href={inLanguage(language, '/privacy')} className="py-1 hover:text-ink">
        {t.privacy}
      </a>
      <a href={inLanguage(language, '/keys')} className="py-1 hover:text-ink">
        {t.keys}
      </a>
      <a href={inLanguage(language, '/settings/display')} className="py-1 hover:text-ink">
        {t.display}
      </a>
      <LanguageSwitch language={language} />
    </footer>
  )
}
