import { inLanguage } from '@/app/_web/address'
import { MOST_COUNTED } from '@/forum/moderation/queue'
import type { PersonRecord } from '@/forum/moderation/record'
import { type Language, LOCALE } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { record } from '@/messages/record'
import { recordPath } from './paths'

type Props = { person: PersonRecord['person']; language: Language }

/** What the desk knows of a person in figures, and who else comes from their network. */
export function PersonFacts({ person, language }: Props) {
  const t = moderation[language]
  const words = record[language]
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(LOCALE[language])
  const counted = (count: number) => (count >= MOST_COUNTED ? `${number.format(MOST_COUNTED)}+` : number.format(count))
  const facts = [
    { name: t.joined, value: day.format(person.createdAt) },
    { name: t.role, value: t.roles[person.role] },
    { name: t.comments, value: counted(person.comments) },
    { name: t.removedBefore, value: counted(person.removed) },
    { name: t.flagsRaised, value: `${counted(person.flagsRaised)} / ${counted(person.flagsUpheld)}` },
    { name: words.suspensions, value: person.suspensions },
  ]
  const { handles, more } = person.neighbours
  return (
    <>
      <dl className="grid grid-cols-[1fr_auto] gap-x-2 gap-y-1.5 text-sm text-ink-2">
        {facts.map((fact) => (
          <div key={fact.name} className="contents">
            <dt>{fact.name}</dt>
            <dd className="text-end font-semibold text-ink">{fact.value}</dd>
          </div>
        ))}
      </dl>
      {handles.length > 0 ? (
        <p className="mt-3 text-sm text-ink-2 wrap-anywhere">
          {words.neighbours}{' '}
          {handles.map((handle, at) => (
            <span key={handle}>
              {at > 0 ? words.comma : ''}
              <a
                href={inLanguage(language, recordPath(handle))}
                className="inline-block py-0.5 underline underline-offset-2"
              >
                {handle}
              </a>
            </span>
          ))}
          {more ? words.andMore : ''}
        </p>
      ) : null}
    </>
  )
}
