import { inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { Desk } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { BulkForm } from './bulk-form'
import { CaseLine } from './case-line'
import { CaseTabs } from './case-tabs'
import { emptySentence } from './empty-sentence'
import { NarrowForm } from './narrow-form'
import { queuePath } from './paths'

/** The left column: the tabs, a page of cases, and the way to the next one. */
export function CaseList({ desk, kept, language }: { desk: Desk; kept: KeptForm | undefined; language: Language }) {
  const t = moderation[language]
  const { state, after, done: _, ...narrow } = desk.address
  const place = { ...narrow, state }
  const { cases } = desk.queue
  const link = 'block px-4.5 py-3 text-sm text-ink-2 underline-offset-2 hover:text-ink hover:underline'
  return (
    <nav aria-label={state === 'done' ? t.doneCases : t.openCases}>
      <CaseTabs desk={desk} language={language} />
      <NarrowForm address={desk.address} language={language} />
      {state === 'done' ? null : <BulkForm address={desk.address} kept={kept} language={language} />}
      <p id="desk-news" hidden />
      {after ? (
        <a href={inLanguage(language, queuePath(place))} className={`${link} border-b border-rule`}>
          {t.first}
        </a>
      ) : null}
      {cases.length === 0 ? (
        <p className="px-4.5 py-6 text-sm text-ink-2">{emptySentence(desk.address, language)}</p>
      ) : (
        <ol data-desk-list={state}>
          {cases.map((line) => (
            <CaseLine
              key={line.id}
              line={line}
              place={{ ...place, after }}
              chosen={line.id === desk.chosen?.id}
              language={language}
            />
          ))}
        </ol>
      )}
      {desk.queue.after ? (
        <a href={inLanguage(language, queuePath({ ...place, after: desk.queue.after }))} className={link}>
          {t.next}
        </a>
      ) : null}
    </nav>
  )
}
