import { AccountForm } from '@/app/_components/people/account-form'
import type { SessionShown } from '@/forum/security/queries'
import { type Language, LOCALE } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'

export function SessionItem({ session, language }: { session: SessionShown; language: Language }) {
  const t = security[language]
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const device = session.device ?? t.unknownDevice
  const network = session.sameNetwork === null ? t.oldNetwork : session.sameNetwork ? t.sameNetwork : t.otherNetwork
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <div className="grid min-w-0 gap-0.5">
        <p className="wrap-anywhere font-semibold">
          {device}
          {session.isThis ? <span className="font-normal text-ok"> · {t.thisOne}</span> : null}
        </p>
        <p className="text-[0.8125rem] text-ink-3">
          {t.since(date.format(session.createdAt))} · {t.seen(date.format(session.seenAt))} UTC
          {session.isThis ? null : ` · ${network}`}
        </p>
      </div>
      {session.isThis ? null : (
        <AccountForm
          action="/do/security/end-session"
          language={language}
          hidden={{ session: session.id }}
          className="flex"
        >
          <button type="submit" aria-label={t.endOf(device)} className={button('plain', 'min-h-11')}>
            {t.end}
          </button>
        </AccountForm>
      )}
    </li>
  )
}
