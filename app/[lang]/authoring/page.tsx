import { revisePath, settingsPath } from '@/app/_components/authoring/paths'
import { TextLink } from '@/app/_components/people/text-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { essayPath, inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { historyPath } from '@/app/_web/history-paths'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readAuthored } from '@/forum/essay/authored'
import { authoring } from '@/messages/authoring'
import { LOCALE } from '@/messages/language'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => authoring[language].title)

/** An author's essays, with what can be done with each. */
export default async function AuthoringPage(props: PageProps) {
  const { language } = await asked(props)
  const t = authoring[language]
  const { essays, mayCreate } = await orNotFound(readAuthored(await viewer()), { language, path: '/authoring' })
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <WidePage>
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.title}
        </h1>
        {mayCreate ? (
          <a href={inLanguage(language, '/authoring/new')} className={button('plain')}>
            {t.newEssay}
          </a>
        ) : null}
      </header>
      {essays.length === 0 ? <p className="text-ink-2">{t.none}</p> : null}
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {essays.map((essay) => (
          <li key={essay.slug} className="grid gap-1 py-4">
            <h2 lang={essay.language} dir="auto" className="font-serif text-xl">
              {essay.title}
            </h2>
            <p className="text-[0.8125rem] text-ink-3">
              {t.published(essay.revision, day.format(essay.publishedAt))}
              {essay.draftSince ? ` · ${t.draftSince(day.format(essay.draftSince))}` : ''}
            </p>
            <p className="flex flex-wrap gap-x-5 text-sm">
              <TextLink href={inLanguage(language, revisePath(essay.slug))}>{t.revise}</TextLink>
              <TextLink href={inLanguage(language, settingsPath(essay.slug))}>{t.settings}</TextLink>
              <TextLink href={inLanguage(language, historyPath(essay.slug))}>{t.history}</TextLink>
              <TextLink href={inLanguage(language, essayPath(essay.slug))}>{t.read}</TextLink>
            </p>
          </li>
        ))}
      </ul>
    </WidePage>
  )
}
