import type { ComponentProps, ReactNode } from 'react'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountForm } from './account-form'
import { fieldProblem } from './problem-sentence'

export type EntryProps = { language: Language; then: string; kept: KeptForm | undefined }

type Props = Omit<EntryProps, 'then'> & {
  /** Where it leads afterwards; absent where the door knows that itself. */
  then?: string

  /** Of the door under /do/people. */
  door: string
  fields: (Omit<ComponentProps<typeof Field>, 'defaultValue' | 'error' | 'required'> & { name: string })[]
  submit: string
  look?: Parameters<typeof button>[0]
  /** Below the button. */
  children?: ReactNode
}

/** A way in: what it asks for, and the way back to where somebody came from. */
export function EntryForm({ door, fields, submit, look = 'primary', language, then, kept, children }: Props) {
  return (
    <AccountForm
      action={`/do/people/${door}`}
      language={language}
      kept={kept}
      hidden={then === undefined ? {} : { back: then }}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          {...field}
          defaultValue={kept?.fields[field.name]}
          error={fieldProblem(kept, field.name, language)}
          required
        />
      ))}
      <button type="submit" className={button(look, 'min-h-11')}>
        {submit}
      </button>
      {children}
    </AccountForm>
  )
}
