import { inLanguage, personPath } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { DeskCase } from '@/forum/moderation/queries'
import { type Language, LOCALE } from '@/messages/language'
import { moderation } from '@/messages/moderation'
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
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  const facts = [
    { name: t.joined, value: day.format(person.createdAt) },
    { name: t.role, value: t.roles[person.role] },
    { name: t.comments, value: person.comments },
    { name: t.removedBefore, value: person.removed },
    { name: t.flagsRaised, value: `${person.flagsRaised} / ${person.flagsUpheld}` },
  ]
  return (
    <section
      aria-labelledby="person"
      className="min-w-0 border-t border-rule px-4 py-5 mid:px-7.5 wide:overflow-y-auto wide:border-t-0 wide:px-5.5"
    >
      <h2 id="person" className="mb-2.5 text-[0.9375rem] font-semibold wrap-anywhere">
        <span className="sr-only">{t.person}: </span>
        {person.handle}
      </h2>
      {person.displayName === person.handle ? null : (
        <p className="-mt-2 mb-2.5 text-sm wrap-anywhere text-ink-2">{person.displayName}</p>
      )}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-sm text-ink-2">
        {facts.map((fact) => (
          <div key={fact.name} className="contents">
            <dt>{fact.name}</dt>
            <dd className="text-end font-semibold text-ink">{fact.value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm">
        <a
          href={inLanguage(language, personPath(person.handle))}
          className="text-rubric-ink underline underline-offset-2"
        >
          {t.profile}
        </a>
      </p>
      {person.suspension ? (
        <div className="mt-4 border-s-3 border-warn ps-3 text-sm">
          <p className="text-warn">{t.suspendedUntil(dateTime(person.suspension.endsAt, language))}</p>
          <p className="wrap-anywhere text-ink-2">{person.suspension.reason}</p>
        </div>
      ) : null}
      {person.can.suspend ? <SuspendForm item={item} kept={kept} language={language} /> : null}
    </section>
  )
}
