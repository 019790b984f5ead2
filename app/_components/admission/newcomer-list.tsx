import { AccountForm } from '@/app/_components/people/account-form'
import { inLanguage, personPath } from '@/app/_web/address'
import type { readNewcomers } from '@/forum/admission/queries'
import type { KeptForm } from '@/forum/forms/kept'
import { admission } from '@/messages/admission'
import { type Language, LOCALE } from '@/messages/language'
import { button } from '@/ui/button'
import { RefuseForm } from './refuse-form'

type Props = {
  people: Awaited<ReturnType<typeof readNewcomers>>['waiting']
  /** Whether they can be turned away here. */
  refusable: boolean
  /** Of the form that does it. */
  kept: KeptForm | undefined
  language: Language
}

/** Newcomers, each with what can be decided about them. */
export function NewcomerList({ people, refusable, kept, language }: Props) {
  const t = admission[language]
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {people.map(({ person: { handle, displayName }, since, reason }) => (
        <li key={handle} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
          <div className="grid min-w-0 flex-1 basis-52 gap-0.5">
            <p className="wrap-anywhere">
              <a href={inLanguage(language, personPath(handle))} className="font-semibold hover:underline">
                {handle}
              </a>
              {displayName === handle ? null : <span className="text-ink-2"> {displayName}</span>}
            </p>
            <p className="text-[0.8125rem] text-ink-3">{t.since(day.format(since))}</p>
            {reason ? (
              <p dir="auto" className="text-sm text-ink-2 wrap-anywhere">
                {reason}
              </p>
            ) : null}
          </div>
          <div className="flex flex-wrap items-start gap-3">
            <AccountForm action="/do/moderation/admit" language={language} hidden={{ handle }} className="flex">
              <button type="submit" aria-label={t.admitOf(handle)} className={button('plain', 'min-h-11')}>
                {t.admit}
              </button>
            </AccountForm>
            {refusable ? (
              <RefuseForm
                handle={handle}
                kept={kept?.fields.handle === handle ? kept : undefined}
                language={language}
              />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
