import type { Preflight } from '@/forum/essay/preflight'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'

const LOOKS = { stay: 'text-ink', move: 'text-ink', close: 'text-ink', ask: 'font-semibold text-rubric-ink' } as const

/** "41 discussions stay, 5 move, 3 need you." */
export function ThreadCounts({ threads, language }: { threads: Preflight['threads']; language: Language }) {
  const t = authoring[language].threads
  const kinds = (['stay', 'move', 'close', 'ask'] as const).filter((kind) => threads[kind] > 0)
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 rounded-lg border border-rule bg-leaf px-4 py-3">
      {kinds.length === 0 ? <li className="text-ink-2">{t.none}</li> : null}
      {kinds.map((kind) => (
        <li key={kind} className={LOOKS[kind]}>
          {t[kind](threads[kind])}
        </li>
      ))}
    </ul>
  )
}
