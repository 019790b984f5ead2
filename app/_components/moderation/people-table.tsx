import { inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { listPeople } from '@/forum/people/queries'
import { type Language, LOCALE } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { record } from '@/messages/record'
import { Avatar } from '@/ui/avatar'
import { InEssay } from './in-essay'
import { LiftForm } from './lift-form'
import { recordPath } from './paths'
import { dateTime } from './when'

type Props = {
  people: Awaited<ReturnType<typeof listPeople>>['people']
  /** Of the form that lifts a suspension. */
  kept: KeptForm | undefined
  language: Language
}

/** People by name. A phone has no room for when they joined; their own page says it. */
export function PeopleTable({ people, kept, language }: Props) {
  const t = moderation[language]
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  const head = 'py-2 pe-4 mid:pe-6 text-start text-[0.8125rem] font-normal text-ink-3'
  return (
    <table className="mt-5 w-full table-fixed text-sm">
      <thead className="border-b border-rule">
        <tr>
          <th scope="col" className={`${head} w-[36%] mid:w-auto`}>
            {t.name}
          </th>
          <th scope="col" className={`${head} w-24 mid:w-32`}>
            {t.role}
          </th>
          <th scope="col" className={`${head} w-36 max-mid:hidden`}>
            {t.joined}
          </th>
          <th scope="col" className={head}>
            {t.standing}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const { suspension, approvals } = person
          return (
            <tr
              key={person.handle}
              className="border-b border-rule align-top leading-6 text-ink-2 *:py-2 *:pe-4 *:last:pe-0 mid:*:pe-6"
            >
              <th scope="row" className="text-start font-normal">
                <a
                  href={inLanguage(language, recordPath(person.handle))}
                  className="flex min-w-0 items-start gap-2 hover:underline"
                >
                  <span className="contents max-mid:hidden">
                    <Avatar name={person.handle} />
                  </span>
                  <span className="min-w-0 wrap-anywhere">
                    <b className="font-semibold text-ink">{person.handle}</b>
                    {person.displayName === person.handle ? null : ` ${person.displayName}`}
                  </span>
                </a>
              </th>
              <td className={person.role === 'member' ? '' : 'text-rubric-ink'}>{t.roles[person.role]}</td>
              <td className="max-mid:hidden">{day.format(person.createdAt)}</td>
              <td className="wrap-anywhere">
                {suspension ? (
                  <>
                    <span className="text-warn">{t.suspendedUntil(dateTime(suspension.endsAt, language))}</span>
                    <span className="block">{suspension.reason}</span>
                    {person.can.lift ? (
                      <LiftForm
                        handle={person.handle}
                        kept={kept?.fields.handle === person.handle ? kept : undefined}
                        language={language}
                      />
                    ) : null}
                  </>
                ) : null}
                {approvals.map(({ id, endsAt, essay }) => (
                  <p key={id} className="text-warn">
                    {record[language].waitsUntil(dateTime(endsAt, language))}
                    <InEssay essay={essay} language={language} />
                  </p>
                ))}
                {suspension === null && approvals.length === 0 ? t.good : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
