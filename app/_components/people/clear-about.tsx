import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountForm } from './account-form'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

/** For moderators, below what somebody wrote about themselves. Folded up until it is wanted, or has to be mended. */
export function ClearAbout({ handle, kept, language }: Props) {
  const t = account[language]
  return (
    <details open={kept !== undefined} className="text-sm">
      <summary className="w-fit py-1 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.clearAbout}</summary>
      <AccountForm
        action="/do/moderation/clear-about"
        language={language}
        kept={kept}
        hidden={{ handle }}
        className="mt-1 grid max-w-xl gap-3"
      >
        <Field
          name="reason"
          label={moderation[language].liftReason}
          hint={moderation[language].liftHint}
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          defaultValue={kept?.fields.reason}
          autoComplete="off"
        />
        <div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.clearAboutNow}
          </button>
        </div>
      </AccountForm>
    </details>
  )
}
