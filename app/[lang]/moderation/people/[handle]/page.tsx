import { NoteList } from '@/app/_components/moderation/note-list'
import { casePath, recordPath } from '@/app/_components/moderation/paths'
import { PersonFacts } from '@/app/_components/moderation/person-facts'
import { RestrictForm } from '@/app/_components/moderation/restrict-form'
import { Restrictions } from '@/app/_components/moderation/restrictions'
import { dateTime } from '@/app/_components/moderation/when'
import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage, personPath } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { askedHandle } from '@/app/_web/asked-handle'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { PERSON_NOTE_MAX } from '@/forum/moderation/input'
import { readRecord } from '@/forum/moderation/record'
import { desk } from '@/messages/desk'
import { moderation } from '@/messages/moderation'
import { record } from '@/messages/record'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => moderation[language].people)

/** Everything the desk knows of a person, and a place for notes. */
export default async function RecordPage(props: PageProps<{ handle: string }>) {
  const { language, params, query } = await asked(props)
  const handle = askedHandle(params.handle)
  const t = record[language]
  const found = await orNotFound(readRecord(await viewer(), handle), { language, path: recordPath(handle) })
  const { person, notes, decisions, can } = found
  const kept = await keptForm('note', query.kept)
  const problem = fieldProblem(kept, 'body', language)
  return (
    <main className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-7 px-4 py-7 mid:px-7">
      <header className="grid gap-2">
        <h1 className="font-serif text-2xl font-semibold wrap-anywhere">{t.title(person.handle)}</h1>
        <p className="flex flex-wrap items-baseline gap-x-4 text-sm">
          {person.displayName === person.handle ? null : <span className="text-ink-2">{person.displayName}</span>}
          <TextLink href={inLanguage(language, personPath(person.handle))}>{moderation[language].profile}</TextLink>
          {person.suspension ? (
            <span className="text-warn">
              {moderation[language].suspendedUntil(dateTime(person.suspension.endsAt, language))}
            </span>
          ) : null}
        </p>
      </header>
      <div className="max-w-sm">
        <PersonFacts person={person} language={language} />
      </div>
      <section id="notes" className="grid scroll-mt-20 gap-3">
        <h2 className="text-lg font-semibold">{t.notes}</h2>
        <p className="text-[0.8125rem] text-ink-3">{t.notesWhat}</p>
        {query.noted ? <Notice look="done">{t.noted}</Notice> : null}
        {can.note ? (
          <AccountForm
            action="/do/moderation/note"
            language={language}
            kept={kept}
            hidden={{ handle: person.handle }}
            className="grid gap-2"
          >
            <label htmlFor="note" className="text-sm font-semibold">
              {t.note}
            </label>
            <textarea
              id="note"
              name="body"
              rows={3}
              required
              maxLength={PERSON_NOTE_MAX}
              dir="auto"
              defaultValue={kept?.fields.body ?? ''}
              aria-invalid={problem ? true : undefined}
              className={FIELD}
            />
            <div>
              <button type="submit" className={button('plain', 'min-h-11')}>
                {t.write}
              </button>
            </div>
          </AccountForm>
        ) : null}
        {notes.length === 0 ? <p className="text-ink-2">{t.noNotes}</p> : null}
        <NoteList notes={notes} language={language} />
      </section>
      <section id="restrictions" className="grid scroll-mt-20 gap-2">
        <h2 className="text-lg font-semibold">{t.restrictions}</h2>
        {query.restricted ? <Notice look="done">{t.restricted}</Notice> : null}
        {query.ended ? <Notice look="done">{t.ended}</Notice> : null}
        {can.restrict ? (
          <RestrictForm
            handle={person.handle}
            where={can.restrict}
            kept={await keptForm('restrict', query.kept)}
            language={language}
          />
        ) : null}
        <Restrictions of={found} kept={await keptForm('unrestrict', query.kept)} language={language} />
      </section>
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t.decisions}</h2>
        {decisions.length === 0 ? <p className="text-ink-2">{t.noDecisions}</p> : null}
        <ul className="divide-y divide-rule border-y border-rule text-sm empty:hidden">
          {decisions.map((one) => (
            <li key={one.id} className="grid gap-0.5 py-2.5">
              <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
                <span>
                  {desk[language].acts[one.act]} · {t.by(one.by.handle)} · {dateTime(one.createdAt, language)}
                  {one.outcome?.kind === 'cancelled' ? ` · ${desk[language].outcome.cancelled}` : ''}
                </span>
                {one.caseId ? (
                  <TextLink href={inLanguage(language, casePath(one.caseId))}>{t.caseLink}</TextLink>
                ) : null}
              </p>
              <p dir="auto" className="wrap-anywhere">
                {one.reason}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
