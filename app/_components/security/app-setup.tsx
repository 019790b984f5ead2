import { encode } from 'uqr'
import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Square } from './square'

type Props = { language: Language; begun: { secret: string; address: string }; kept: KeptForm | undefined }

/** The square for the app, the same to type, and its first code. */
export function AppSetup({ language, begun, kept }: Props) {
  const t = security[language]
  return (
    <div className="grid gap-4 rounded-md border border-rule p-4">
      <p>{t.appScan}</p>
      <Square cells={encode(begun.address, { border: 4 }).data} label={t.appSquare} />
      <p className="text-[0.8125rem] text-ink-2">
        {t.appType} <code className="select-all wrap-anywhere">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <AccountForm action="/do/security/app-confirm" language={language} kept={kept}>
        <Field
          name="code"
          label={t.appCode}
          autoComplete="one-time-code"
          inputMode="numeric"
          error={fieldProblem(kept, 'code', language)}
          required
        />
        <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
          {t.appConfirm}
        </button>
      </AccountForm>
    </div>
  )
}
