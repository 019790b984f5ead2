import type { readAccount } from '@/forum/people/queries'
import { account } from '@/messages/account'
import { type Language, LOCALE } from '@/messages/language'

type Account = Awaited<ReturnType<typeof readAccount>>

/** Who I am here. */
export function AccountFacts({ me, language }: { me: Account; language: Language }) {
  const t = account[language]
  const since = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' })
  const facts = [
    [t.name, me.handle],
    [t.email, me.email ?? t.noEmail],
    [t.role, t.roles[me.role]],
  ]
  return (
    <div className="grid gap-2">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-[0.8125rem] text-ink-3">{t.memberSince(since.format(me.createdAt))}</p>
    </div>
  )
}
