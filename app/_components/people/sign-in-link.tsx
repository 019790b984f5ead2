import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { AccountForm } from './account-form'
import { AccountPage } from './account-page'

type Props = { language: Language; secret: string; handle: string; kept: KeptForm | undefined }

/** The link of a person whom the operator added. */
export function SignInLink({ language, secret, handle, kept }: Props) {
  const t = account[language]
  return (
    <AccountPage title={t.linkTitle}>
      <p>{t.linkWhat(handle)}</p>
      <AccountForm action="/do/people/use-link" language={language} kept={kept} hidden={{ secret }}>
        <button type="submit" className={button('primary', 'min-h-11')}>
          {t.linkButton(handle)}
        </button>
      </AccountForm>
    </AccountPage>
  )
}
