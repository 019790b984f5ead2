import { AccountForm } from '@/app/_components/people/account-form'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { AppSetup } from './app-setup'

type Props = {
  language: Language
  twoSteps: boolean
  hasApp: boolean
  hasPasskeys: boolean
  codesLeft: number
  /** The secret and its address, while the app waits for its first code. */
  begun: { secret: string; address: string } | null
  kept: { confirm: KeptForm | undefined; twoSteps: KeptForm | undefined }
}

/** Whether sign-in asks for a second thing, and for which. */
export function SecondStep({ language, twoSteps, hasApp, hasPasskeys, codesLeft, begun, kept }: Props) {
  const t = security[language]
  const small = button('plain', 'min-h-11 px-5')
  return (
    <>
      <p className="text-ink-2">{twoSteps ? t.secondIsOn : t.secondIsOff}</p>
      {twoSteps ? <p className="text-[0.8125rem] text-ink-3">{t.codesLeft(codesLeft)}</p> : null}
      {begun ? <AppSetup language={language} begun={begun} kept={kept.confirm} /> : null}
      <div className="flex flex-wrap gap-3">
        {hasApp || begun ? null : (
          <AccountForm action="/do/security/app-begin" language={language} className="flex">
            <button type="submit" className={small}>
              {t.appBegin}
            </button>
          </AccountForm>
        )}
        {twoSteps ? (
          <AccountForm action="/do/security/recovery-codes" language={language} className="flex">
            <button type="submit" className={small}>
              {t.codesNew}
            </button>
          </AccountForm>
        ) : null}
        {twoSteps || hasApp || hasPasskeys ? (
          <AccountForm
            action="/do/security/two-steps"
            language={language}
            kept={kept.twoSteps}
            hidden={{ to: twoSteps ? 'off' : 'on' }}
            className="flex"
          >
            <button type="submit" className={small}>
              {twoSteps ? t.secondOff : t.secondOn}
            </button>
          </AccountForm>
        ) : null}
        {hasApp ? (
          <AccountForm action="/do/security/app-remove" language={language} className="flex">
            <button type="submit" className={small}>
              {t.appRemove}
            </button>
          </AccountForm>
        ) : null}
      </div>
    </>
  )
}
