import { inLanguage } from '@/app/_web/address'
import { frame } from '@/messages/frame'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'

export function NothingHere({ language }: { language: Language }) {
  const t = frame[language]
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] justify-items-start gap-3 px-5 py-16 mid:px-8 wide:px-0">
      <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.notFoundTitle}</h1>
      <p className="text-ink-2">{t.notFound}</p>
      <a href={inLanguage(language, '/')} className={button()}>
        {t.toStart}
      </a>
    </main>
  )
}
