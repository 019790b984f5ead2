'use client'
import { usePathname } from 'next/navigation'
import { newcomersPath } from '@/app/_components/admission/paths'
import { figuresPath } from '@/app/_components/figures/paths'
import { counted } from '@/app/_components/frame/counted'
import { LanguageSwitch } from '@/app/_components/frame/language-switch'
import { forumSettingsPath } from '@/app/_components/settings/paths'
import { inLanguage } from '@/app/_web/address'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { rules } from '@/messages/rules'
import { settings as settingsWords } from '@/messages/settings'

type Props = { settings: boolean; everywhere: boolean; newcomers: number; language: Language }

/**
 * The desk's own row of pages. Wide, it has all that the footer has: the footer goes, and with it the scrolling it would
 * cost a desk of the window's height. In the browser because only there a layout learns which page it stands around.
 * @param settings whether the viewer may change them
 * @param everywhere whether they moderate the whole forum, of which newcomers and rules are part
 * @param newcomers how many wait to be let in
 */
export function DeskNav({ settings, everywhere, newcomers, language }: Props) {
  const t = moderation[language]
  const here = usePathname()
  // Ends with: the server may know the page by the address it was rewritten to.
  const onPeople = /\/moderation\/people(?:\/|$)/.test(here)
  const onNewcomers = here.endsWith(newcomersPath)
  const onRules = here.endsWith('/moderation/rules')
  const onFigures = here.endsWith('/moderation/figures')
  const onSettings = here.endsWith('/moderation/settings')
  const pages: { name: string; path: string; current: boolean; waiting?: number }[] = [
    {
      name: t.queue,
      path: inLanguage(language, '/moderation'),
      current: !onPeople && !onNewcomers && !onRules && !onFigures && !onSettings,
    },
    { name: t.people, path: inLanguage(language, '/moderation/people'), current: onPeople },
    ...(everywhere
      ? [
          {
            name: admission[language].title,
            path: inLanguage(language, newcomersPath),
            current: onNewcomers,
            waiting: newcomers,
          },
          { name: rules[language].title, path: inLanguage(language, '/moderation/rules'), current: onRules },
        ]
      : []),
    { name: t.statistics, path: inLanguage(language, figuresPath), current: onFigures },
    ...(settings
      ? [{ name: settingsWords[language].title, path: inLanguage(language, forumSettingsPath), current: onSettings }]
      : []),
    { name: t.log, path: inLanguage(language, '/log'), current: false },
  ]
  return (
    <nav
      aria-label={t.desk}
      className="flex min-h-12 flex-none flex-wrap items-center gap-x-5 max-mid:py-1 border-b border-rule px-4 text-sm text-ink-2 mid:px-7 wide:[body:has(&)_[data-site-footer]]:hidden"
    >
      {pages.map((page) => (
        <a
          key={page.path}
          href={page.path}
          aria-current={page.current ? 'page' : undefined}
          className="py-2 hover:text-ink mid:py-2.5 aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {page.name}
          {page.waiting ? (
            <>
              {' '}
              <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">
                {counted(page.waiting)}
              </span>
              <span className="sr-only"> {admission[language].waiting}</span>
            </>
          ) : null}
        </a>
      ))}
      <span className="ms-auto hidden text-[0.8125rem] text-ink-3 wide:block">
        <LanguageSwitch language={language} />
      </span>
    </nav>
  )
}
