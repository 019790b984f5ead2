import { AccountForm } from '@/app/_components/people/account-form'
import { Moment } from '@/app/_components/people/moment'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { PasskeyButton } from './passkey-button'

type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }
type Props = {
  language: Language
  passkeys: Passkey[]
  kept: { add: KeptForm | undefined; remove: KeptForm | undefined }
}

/** The keys of an account, and a new one where the browser has them. */
export function Passkeys({ language, passkeys, kept }: Props) {
  const t = security[language]
  return (
    <>
      <p className="text-ink-2">{t.passkeysWhat}</p>
      <ul className="divide-y divide-rule empty:hidden">
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-3">
            <div className="grid min-w-0 gap-0.5">
              <p className="wrap-anywhere font-semibold">{name}</p>
              <p className="text-[0.8125rem] text-ink-3">
                {t.madeOn} <Moment at={createdAt} language={language} />
                {lastUsedAt ? (
                  <>
                    {' · '}
                    {t.usedOn} <Moment at={lastUsedAt} language={language} />
                  </>
                ) : null}
              </p>
            </div>
            <AccountForm
              action="/do/security/passkey-remove"
              language={language}
              kept={kept.remove?.fields.passkey === id ? kept.remove : undefined}
              hidden={{ passkey: id }}
              className="flex"
            >
              <button type="submit" aria-label={t.removeOf(name)} className={button('plain', 'min-h-11')}>
                {t.remove}
              </button>
            </AccountForm>
          </li>
        ))}
      </ul>
      <AccountForm action="/do/security/passkey-add" language={language} kept={kept.add} className="grid gap-3">
        <Field
          name="name"
          label={t.passkeyName}
          hint={t.passkeyNameHint}
          defaultValue={kept.add?.fields.name}
          error={fieldProblem(kept.add, 'name', language)}
          maxLength={60}
          required
        />
        <PasskeyButton act="make" words={{ button: t.passkeyAdd, failed: t.passkeyFailed }} />
        <noscript>
          <p className="text-[0.8125rem] text-ink-3">{t.passkeyScripts}</p>
        </noscript>
      </AccountForm>
    </>
  )
}
