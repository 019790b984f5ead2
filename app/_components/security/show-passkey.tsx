import { AccountForm } from '@/app/_components/people/account-form'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { PasskeyButton } from './passkey-button'

type Props = { language: Language; then: string; kept?: KeptForm | undefined }

/** Signing in with a passkey, where the browser has them. */
export function ShowPasskey({ language, then, kept }: Props) {
  const t = security[language]
  return (
    <AccountForm
      action="/do/people/passkey"
      language={language}
      kept={kept}
      hidden={{ back: then }}
      className="grid gap-2 empty:hidden"
    >
      <PasskeyButton act="show" words={{ button: t.withPasskey, failed: t.passkeyFailed }} />
    </AccountForm>
  )
}
