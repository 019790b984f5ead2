import type { ReactNode } from 'react'

type Props = { name: string; checked: boolean; hint?: string; error?: string | undefined; children: ReactNode }

/** Something that is on or off. */
export function SettingBox({ name, checked, hint, error, children }: Props) {
  const hintId = hint ? `${name}-hint` : undefined
  const errorId = error ? `${name}-error` : undefined
  return (
    <div>
      <label className="flex min-h-11 items-center gap-2.5 py-1.5">
        <input
          type="checkbox"
          name={name}
          defaultChecked={checked}
          aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
          aria-invalid={error ? true : undefined}
          className="size-4.5 flex-none accent-rubric"
        />
        {children}
      </label>
      {hint ? (
        <p id={hintId} className="text-[0.8125rem] text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="text-[0.8125rem] text-rubric-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}
