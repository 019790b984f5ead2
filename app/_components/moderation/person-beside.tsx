import { inLanguage, personPath } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { DeskCase } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { record } from '@/messages/record'
import { InEssay } from './in-essay'
import { NoteList } from './note-list'
import { recordPath } from './paths'
import { PersonFacts } from './person-facts'
import { SuspendForm } from './suspend-form'
import { dateTime } from './when'

/** The right column: who wrote the comment, and what may be done about them. */
export function PersonBeside({
  item,
  kept,
  language,
}: {
  item: DeskCase
  kept: KeptForm | undefined
  language: Language
}) {
  const t = moderation[language]
  const { person } = item
  return (
    <section
      aria-labelledby="person"
      className="relative min-w-0 border-t border-rule px-4 py-5 mid:px-7.5 wide:overflow-y-auto wide:border-t-0 wide:px-5.5"
    >
      <h2 id="person" className="mb-2.5 text-[0.9375rem] font-semibold wrap-anywhere">
        <span className="sr-only">{t.person}: </span>
        {person.handle}
      </h2>
      {person.displayName === person.handle ? null : (
        <p className="-mt-2 mb-2.5 text-sm wrap-anywhere text-ink-2">{person.displayName}</p>
      )}
      <PersonFacts person={person} language={language} />
      <p className="mt-3 flex flex-wrap gap-x-4 text-sm">
        <a
          href={inLanguage(language, personPath(person.handle))}
          className="inline-flex items-center py-1 text-rubric-ink underline underline-offset-2 pointer-coarse:min-h-11"
        >
          {t.profile}
        </a>
        <a
          href={inLanguage(language, recordPath(person.handle))}
          className="inline-flex items-center py-1 text-rubric-ink underline underline-offset-2 pointer-coarse:min-h-11"
        >
          {record[language].open(person.noteCount)}
        </a>
      </p>
      {person.notes.length > 0 ? (
        <div className="mt-3">
          <NoteList notes={person.notes} language={language} />
        </div>
      ) : null}
      {person.suspension ? (
        <div className="mt-4 border-s-3 border-warn ps-3 text-sm">
          <p className="text-warn">{t.suspendedUntil(dateTime(person.suspension.endsAt, language))}</p>
          <p className="wrap-anywhere text-ink-2">{person.suspension.reason}</p>
        </div>
      ) : null}
      {person.approvals.map(({ id, endsAt, reason, essay }) => (
        <div key={id} className="mt-4 border-s-3 border-warn ps-3 text-sm">
          <p className="text-warn">
            {record[language].waitsUntil(dateTime(endsAt, language))}
            <InEssay essay={essay} language={language} />
          </p>
          <p className="wrap-anywhere text-ink-2">{reason}</p>
        </div>
      ))}
      {person.can.suspend ? <SuspendForm item={item} kept={kept} language={language} /> : null}
    </section>
  )
}
