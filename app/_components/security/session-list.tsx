import { AccountForm } from '@/app/_components/people/account-form'
import type { SessionShown } from '@/forum/security/queries'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { SessionItem } from './session-item'

/** Where somebody is signed in, each with a button that ends it. */
export function SessionList({ language, sessions }: { language: Language; sessions: SessionShown[] }) {
  const t = security[language]
  return (
    <>
      <p className="text-[0.8125rem] text-ink-3">{t.sessionsHint}</p>
      <ul className="divide-y divide-rule">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} language={language} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <AccountForm action="/do/security/end-others" language={language} className="flex">
          <button type="submit" className={button('plain', 'min-h-11 px-5')}>
            {t.endOthers}
          </button>
        </AccountForm>
      ) : null}
    </>
  )
}
