import { inLanguage } from '@/app/_web/address'
import { withThen } from '@/app/_web/then'
import { welcomePage } from '@/app/_web/welcome'
import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { AccountForm } from './account-form'
import { AccountPage } from './account-page'
import { TextLink } from './text-link'

type Props = {
  language: Language
  secret: string
  /** Who is asking; null for a guest, who is led through sign-up and back. */
  handle: string | null
  kept: KeptForm | undefined
}

/** The link that makes its visitor the owner. */
export function ClaimLink({ language, secret, handle, kept }: Props) {
  const t = account[language]
  const back = inLanguage(language, welcomePage({ secret }))
  return (
    <AccountPage title={t.ownerTitle}>
      <p>{t.ownerWhat}</p>
      {handle === null ? (
        <>
          <p className="text-ink-2">{t.ownerNeedsAccount}</p>
          <a href={inLanguage(language, withThen('/sign-up', back))} className={button('primary', 'min-h-11')}>
            {t.signUp}
          </a>
          <p>
            {t.haveAccount} <TextLink href={inLanguage(language, withThen('/sign-in', back))}>{t.signIn}</TextLink>
          </p>
        </>
      ) : (
        <>
          <p className="text-ink-2">{t.ownerAs(handle)}</p>
          <AccountForm action="/do/people/claim" language={language} kept={kept} hidden={{ secret }}>
            <button type="submit" className={button('primary', 'min-h-11')}>
              {t.ownerButton}
            </button>
          </AccountForm>
        </>
      )}
    </AccountPage>
  )
}
