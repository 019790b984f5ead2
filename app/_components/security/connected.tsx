import { AccountForm } from '@/app/_components/people/account-form'
import { oauthProviders } from '@/app/_web/auth/providers'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'

type Props = {
  language: Language
  accounts: { id: string; provider: string }[]
  kept: { link: KeptForm | undefined; unlink: KeptForm | undefined }
}

/** The providers' accounts that open this one, and those that could. */
export function Connected({ language, accounts, kept }: Props) {
  const t = security[language]
  const providers = oauthProviders()
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id
  return (
    <>
      <ul className="divide-y divide-rule empty:hidden">
        {accounts.map(({ id, provider }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-3">
            <p className="wrap-anywhere font-semibold">{nameOf(provider)}</p>
            <AccountForm
              action="/do/security/unlink"
              language={language}
              kept={kept.unlink?.fields.account === id ? kept.unlink : undefined}
              hidden={{ account: id }}
              className="grid gap-2"
            >
              <button
                type="submit"
                aria-label={t.disconnectOf(nameOf(provider))}
                className={button('plain', 'min-h-11')}
              >
                {t.disconnect}
              </button>
            </AccountForm>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {providers
          .filter(({ id }) => !accounts.some(({ provider }) => provider === id))
          .map(({ id, name }) => (
            <AccountForm
              key={id}
              action="/do/security/link"
              language={language}
              kept={kept.link?.fields.provider === id ? kept.link : undefined}
              hidden={{ provider: id }}
              className="grid gap-2"
            >
              <button type="submit" className={button('plain', 'min-h-11 px-5')}>
                {t.connect(name)}
              </button>
            </AccountForm>
          ))}
      </div>
    </>
  )
}
