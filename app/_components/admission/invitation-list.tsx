import { AccountForm } from '@/app/_components/people/account-form'
import { inLanguage, personPath } from '@/app/_web/address'
import type { readNewcomers } from '@/forum/admission/queries'
import { admission } from '@/messages/admission'
import { type Language, LOCALE } from '@/messages/language'
import { button } from '@/ui/button'

type Props = { list: Awaited<ReturnType<typeof readNewcomers>>['invitations']; language: Language }

/** Each invitation with how many came by it, who, and a button that takes it back. */
export function InvitationList({ list, language }: Props) {
  const t = admission[language]
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  if (list.length === 0) return <p className="text-ink-2">{t.none}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {list.map(({ id, note, places, taken, expiresAt, by, names, end }) => (
        <li key={id} className="flex items-start justify-between gap-4 py-3">
          <div className="grid min-w-0 gap-0.5">
            <p dir="auto" className={`wrap-anywhere ${note ? 'font-semibold' : 'text-ink-2'}`}>
              {note ?? t.unnamed}
            </p>
            <p className="text-[0.8125rem] text-ink-2">
              {[t.taken(taken, places), end ? t.ends[end] : t.until(day.format(expiresAt)), t.by(by)].join(' · ')}
            </p>
            {names.length > 0 ? (
              <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-2">
                <span className="text-ink-3">{t.came}</span>
                {names.map((handle) => (
                  <a
                    key={handle}
                    href={inLanguage(language, personPath(handle))}
                    className="underline underline-offset-2 wrap-anywhere hover:text-ink"
                  >
                    {handle}
                  </a>
                ))}
                {taken > names.length ? <span>+{taken - names.length}</span> : null}
              </p>
            ) : null}
          </div>
          {end ? null : (
            <AccountForm
              action="/do/moderation/revoke-invitation"
              language={language}
              hidden={{ id }}
              className="flex flex-none"
            >
              <button
                type="submit"
                aria-label={t.revokeOf(note ?? t.unnamed)}
                className={button('plain', 'min-h-11 flex-none')}
              >
                {t.revoke}
              </button>
            </AccountForm>
          )}
        </li>
      ))}
    </ul>
  )
}
