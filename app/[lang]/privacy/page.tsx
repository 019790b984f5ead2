import type { Metadata } from 'next'
import { TextLink } from '@/app/_components/people/text-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { KeptSection } from '@/app/_components/privacy/kept-section'
import { inLanguage } from '@/app/_web/address'
import { pageLanguage } from '@/app/_web/page'
import { SECTIONS } from '@/forum/privacy/inventory'
import { privacy } from '@/messages/privacy'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: privacy[pageLanguage((await params).lang)].title }
}

export default async function PrivacyPage({ params }: Props) {
  const language = pageLanguage((await params).lang)
  const t = privacy[language]
  return (
    <WidePage>
      <h1 className="text-balance font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
        {t.title}
      </h1>
      <p className="text-ink-2">{t.intro}</p>
      <p className="text-ink-2">
        {t.yours} <TextLink href={inLanguage(language, '/settings/data')}>{t.toYours}</TextLink>
      </p>
      {SECTIONS.map((section) => (
        <KeptSection key={section} section={section} language={language} />
      ))}
      <section aria-labelledby="never" className="grid gap-3 border-t border-rule pt-6">
        <h2 id="never" className="text-lg font-semibold">
          {t.never}
        </h2>
        <ul className="grid list-disc gap-1.5 ps-5">
          {t.neverWhat.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </WidePage>
  )
}
