import type { ReactNode } from 'react'

const LOOKS = {
  refusal: 'border-rubric bg-rubric-wash text-rubric-ink',
  done: 'border-ok bg-ok-wash text-ok',
  note: 'border-rule-strong bg-sunk text-ink-2',
} as const

type Props = { look?: keyof typeof LOOKS; id?: string; children: ReactNode }

/** A sentence about what just happened. A refusal is announced at once, the rest politely. */
export function Notice({ look = 'note', id, children }: Props) {
  return (
    <div
      id={id}
      role={look === 'refusal' ? 'alert' : 'status'}
      className={`rounded-md border-s-4 px-3 py-2 text-sm ${LOOKS[look]}`}
    >
      {children}
    </div>
  )
}
