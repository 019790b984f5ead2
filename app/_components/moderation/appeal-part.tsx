import { ProblemNotice } from '@/app/_components/people/problem-notice'
import type { KeptForm } from '@/forum/forms/kept'
import { APPEAL_MAX, REASON_MIN } from '@/forum/moderation/input'
import type { Statement } from '@/forum/moderation/statement'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { dateTime } from './when'

type Props = { statement: Statement; kept: KeptForm | undefined; language: Language }

/** The form to object, or what became of the objection. */
export function AppealPart({ statement, kept, language }: Props) {
  const t = desk[language]
  const { appeal } = statement
  if (appeal) return <Appeal appeal={appeal} language={language} />
  if (!statement.can.appeal) return null
  return (
    <section aria-labelledby="object" className="border-t border-rule pt-5">
      <h2 id="object" className="font-semibold">
        {t.object}
      </h2>
      <p className="mt-1 text-ink-2">{t.objectHow}</p>
      <form method="post" action="/do/decisions/appeal" className="mt-3 grid gap-3">
        <ProblemNotice problem={kept?.problem} language={language} />
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="kept" value={kept?.id ?? ''} />
        <input type="hidden" name="decisionId" value={statement.id} />
        <label className="grid gap-1 text-sm font-semibold">
          {t.objectText}
          <textarea
            name="text"
            rows={5}
            dir="auto"
            required
            minLength={REASON_MIN}
            maxLength={APPEAL_MAX}
            defaultValue={kept?.fields.text}
            className={`${FIELD} font-normal`}
          />
        </label>
        <div>
          <button type="submit" className={button('plain')}>
            {t.objectSend}
          </button>
        </div>
      </form>
    </section>
  )
}

function Appeal({ appeal, language }: { appeal: NonNullable<Statement['appeal']>; language: Language }) {
  const t = desk[language]
  return (
    <section aria-labelledby="objected" className="border-t border-rule pt-5">
      <h2 id="objected" className="font-semibold">
        {t.objected}
      </h2>
      <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-line text-ink-2">
        {appeal.text}
      </p>
      <p className="mt-3 font-semibold">{standingOf(appeal, language)}</p>
      {appeal.answer ? (
        <p dir="auto" className="mt-1 wrap-anywhere">
          {appeal.answer.reason}
        </p>
      ) : null}
    </section>
  )
}

function standingOf({ overturned, dueAt }: NonNullable<Statement['appeal']>, language: Language): string {
  const t = desk[language]
  if (overturned === null) return t.objectWaits(`${dateTime(dueAt, language)} UTC`)
  return overturned ? t.granted : t.rejected
}
