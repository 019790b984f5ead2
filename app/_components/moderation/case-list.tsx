import { inLanguage } from '@/app/_web/address'
import type { Desk } from '@/forum/moderation/queries'
import { type Language, LOCALE } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { CaseLine } from './case-line'
import { emptySentence } from './empty-sentence'
import { queuePath } from './paths'

/** The left column: the two tabs, a page of cases, and the way to the next one. */
export function CaseList({ desk, language }: { desk: Desk; language: Language }) {
  const t = moderation[language]
  const { state, after } = desk.address
  const { cases } = desk.queue
  const tabs = [
    { state: 'open', name: t.openTab(new Intl.NumberFormat(LOCALE[language]).format(desk.figures.open)) },
    { state: 'done', name: t.doneTab },
  ] as const
  const link = 'block px-4.5 py-3 text-sm text-ink-2 underline-offset-2 hover:text-ink hover:underline'
  return (
    <nav aria-label={state === 'done' ? t.doneCases : t.openCases}>
      <ul className="sticky top-0 z-10 flex gap-4 border-b border-rule bg-paper px-4.5 text-sm text-ink-2">
        {tabs.map((tab) => (
          <li key={tab.state}>
            <a
              href={inLanguage(language, queuePath({ state: tab.state }))}
              aria-current={tab.state === state ? 'page' : undefined}
              className="block py-3 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {tab.name}
            </a>
          </li>
        ))}
      </ul>
      {after ? (
        <a href={inLanguage(language, queuePath({ state }))} className={`${link} border-b border-rule`}>
          {t.first}
        </a>
      ) : null}
      {cases.length === 0 ? (
        <p className="px-4.5 py-6 text-sm text-ink-2">{emptySentence(desk.address, language)}</p>
      ) : (
        <ol>
          {cases.map((line) => (
            <CaseLine
              key={line.id}
              line={line}
              place={{ state, after }}
              chosen={line.id === desk.chosen?.id}
              language={language}
            />
          ))}
        </ol>
      )}
      {desk.queue.after ? (
        <a href={inLanguage(language, queuePath({ state, after: desk.queue.after }))} className={link}>
          {t.next}
        </a>
      ) : null}
    </nav>
  )
}
