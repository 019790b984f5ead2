import type { ReactNode } from 'react'

type Props = { name: string; checked: boolean; hint?: string; children: ReactNode }

/** Something that is on or off. */
export function SettingBox({ name, checked, hint, children }: Props) {
  const hintId = hint ? `${name}-hint` : undefined
  return (
    <div>
      <label className="flex min-h-11 items-center gap-2.5 py-1.5">
        <input
          type="checkbox"
          name={name}
          defaultChecked={checked}
          aria-describedby={hintId}
          className="size-4.5 flex-none accent-rubric"
        />
        {children}
      </label>
      {hint ? (
        <p id={hintId} className="text-[0.8125rem] text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
