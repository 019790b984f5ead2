import type { ReactNode } from 'react'
import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = {
  /** Of the field; one page may have several such forms. */
  id: string
  action: string
  hidden: Record<string, string>
  label: string
  hint: string
  /** What the button does. */
  act: string
  kept: KeptForm | undefined
  language: Language
  className?: string
  /** What is chosen beside it, above it. */
  children?: ReactNode
}

/** An act that needs a reason. */
export function ReasonForm({ id, action, hidden, label, hint, act, kept, language, className, children }: Props) {
  return (
    <AccountForm action={action} language={language} kept={kept} hidden={hidden} className={className ?? 'grid gap-3'}>
      {children}
      <Field
        id={id}
        name="reason"
        label={label}
        hint={hint}
        error={fieldProblem(kept, 'reason', language)}
        required
        minLength={REASON_MIN}
        maxLength={REASON_MAX}
        defaultValue={kept?.fields.reason}
        autoComplete="off"
      />
      <div>
        <button type="submit" className={button('plain', 'min-h-11')}>
          {act}
        </button>
      </div>
    </AccountForm>
  )
}
