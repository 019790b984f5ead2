import type { ReactNode } from 'react'

const LOOKS = {
  reason: 'bg-rubric-wash text-rubric-ink',
  held: 'bg-warn-wash text-warn',
  kept: 'bg-ok-wash text-ok',
  plain: 'bg-sunk text-ink-2',
} as const

export function Tag({ look = 'plain', children }: { look?: keyof typeof LOOKS; children: ReactNode }) {
  return <span className={`rounded px-1.5 text-xs leading-5 ${LOOKS[look]}`}>{children}</span>
}
