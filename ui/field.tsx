import type { ComponentProps, ReactNode } from 'react'

export const FIELD =
  'w-full min-h-11 rounded-md border border-field bg-leaf px-3 py-2 text-base text-ink placeholder:text-ink-3 aria-invalid:border-rubric'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
} & ComponentProps<'input'> & { name: string }

/** A labelled input; hint and error are read out with it. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = input.id ?? `field-${input.name}`
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={FIELD}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-[0.8125rem] text-rubric-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}
