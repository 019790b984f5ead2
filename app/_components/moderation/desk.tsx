import { ProblemNotice } from '@/app/_components/people/problem-notice'
import { inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { Desk as DeskData } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { CaseList } from './case-list'
import { CaseView } from './case-view'
import { DeskFigures } from './desk-figures'
import { DeskKeys } from './desk-keys'
import { DeskLive } from './desk-live'
import { DoneNotice } from './done-notice'
import { emptySentence } from './empty-sentence'
import { KeepScroll } from './keep-scroll'
import { queuePath } from './paths'
import { PersonBeside } from './person-beside'
import { isTakenBack, saidAfter } from './said-after'

type Props = {
  desk: DeskData
  language: Language
  /** On a phone either the queue or one case is the page; elsewhere both stand side by side. */
  page: 'queue' | 'case'
  kept?: KeptForm | undefined
  suspended?: boolean
}

/**
 * The three columns. Wide: the height of the window, each column scrolling by itself, the decision always in sight.
 * Middle: the queue beside the case. Phone: one of them.
 */
export function Desk({ desk, language, page, kept, suspended = false }: Props) {
  const t = moderation[language]
  const { chosen } = desk
  const { done: _, ...place } = desk.address
  const own = (form: string) => (kept?.form === form ? kept : undefined)
  const phone = { queue: page === 'queue' ? '' : 'max-mid:hidden', case: page === 'case' ? '' : 'max-mid:hidden' }
  return (
    <main className="flex flex-1 flex-col wide:h-[calc(100dvh-6.5rem)] wide:min-h-120 wide:flex-none">
      <h1 className="sr-only">{t.queue}</h1>
      <div className={page === 'case' ? 'max-mid:hidden' : ''}>
        <DeskFigures figures={desk.figures} language={language} />
      </div>
      <DeskLive
        caseId={chosen?.can.decide ? chosen.id : null}
        mine={chosen?.lease?.mine === true}
        news={saidAfter(desk, language)}
        language={language}
      />
      <DeskKeys language={language} />
      {own('undo-decision')?.problem ? (
        <div className="px-4 py-2.5 mid:px-7">
          <ProblemNotice problem={own('undo-decision')?.problem} language={language} />
        </div>
      ) : null}
      <DoneNotice
        done={desk.done}
        takenBack={!desk.done && page === 'case' && chosen !== null && isTakenBack(chosen)}
        place={place}
        suspension={suspended ? (chosen?.person ?? null) : null}
        language={language}
      />
      <div className="grid flex-1 mid:grid-cols-[17.5rem_minmax(0,1fr)] wide:min-h-0 wide:grid-cols-[21.25rem_minmax(0,1fr)_18.75rem] wide:grid-rows-[minmax(0,1fr)]">
        <KeepScroll
          name={`${place.state}.${place.after ?? ''}`}
          className={`${phone.queue} border-rule mid:sticky mid:top-14 mid:max-h-[calc(100dvh-3.5rem)] mid:overflow-y-auto mid:border-e wide:static wide:max-h-none`}
        >
          <CaseList desk={desk} kept={own('decide-many')} language={language} />
        </KeepScroll>
        {chosen ? (
          <div className={`${phone.case} mid:border-rule wide:contents`}>
            <a
              href={inLanguage(language, queuePath(place))}
              className="flex min-h-11 items-center gap-1.5 border-b border-rule px-4 text-sm text-ink-2 hover:text-ink mid:hidden"
            >
              <span aria-hidden="true">‹</span> {t.toQueue}
            </a>
            <CaseView item={chosen} kept={kept} place={place} language={language} />
            <PersonBeside item={chosen} kept={kept} language={language} />
          </div>
        ) : (
          <p className="p-7 text-sm text-ink-2 max-mid:hidden">{emptySentence(desk.address, language)}</p>
        )}
      </div>
    </main>
  )
}
