import { AccountForm } from '@/app/_components/people/account-form'
import type { listTokens } from '@/forum/people/token-list'
import { type Language, LOCALE } from '@/messages/language'
import { tokens } from '@/messages/tokens'
import { button } from '@/ui/button'

type Props = { language: Language; list: Awaited<ReturnType<typeof listTokens>> }

/** Each token with what it may do and when it was used, and a button that takes it back. */
export function TokenList({ language, list }: Props) {
  const t = tokens[language]
  const format = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  if (list.length === 0) return <p className="text-ink-2">{t.none}</p>
  return (
    <ul className="divide-y divide-rule">
      {list.map(({ id, name, scope, createdAt, lastUsedAt, expiresAt }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-3">
          <div className="grid min-w-0 gap-0.5">
            <p className="font-semibold wrap-anywhere">{name}</p>
            <p className="text-[0.8125rem] text-ink-2">{t.scopes[scope]}</p>
            <p className="text-[0.8125rem] text-ink-3">
              {t.since(format.format(createdAt))} · {lastUsedAt ? t.used(format.format(lastUsedAt)) : t.unused} ·{' '}
              {expiresAt ? t.ends(format.format(expiresAt)) : t.endless}
            </p>
          </div>
          <AccountForm action="/do/tokens/revoke" language={language} hidden={{ id }} className="flex flex-none">
            <button type="submit" aria-label={t.revokeOf(name)} className={button('plain', 'min-h-11 flex-none')}>
              {t.revoke}
            </button>
          </AccountForm>
        </li>
      ))}
    </ul>
  )
}
