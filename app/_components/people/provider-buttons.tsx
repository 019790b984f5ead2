import { oauthProviders } from '@/app/_web/auth/providers'
import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { AccountForm } from './account-form'
import { ProblemNotice } from './problem-notice'

type Props = { language: Language; then: string; kept: KeptForm | undefined }

/** One button for each provider that is configured; nothing when there is none. */
export function ProviderButtons({ language, then, kept }: Props) {
  const providers = oauthProviders()
  if (providers.length === 0) return null
  return (
    <div className="grid gap-3">
      <ProblemNotice problem={kept?.problem} language={language} />
      {providers.map(({ id, name }) => (
        <AccountForm
          key={id}
          action="/do/people/provider"
          language={language}
          hidden={{ back: then, provider: id }}
          className="grid"
        >
          <button type="submit" className={button('plain', 'min-h-11')}>
            {account[language].withProvider(name)}
          </button>
        </AccountForm>
      ))}
    </div>
  )
}
