import { account } from '@/messages/account'
import type { Language } from '@/messages/language'

/** What a reader should know of a person here; members have no badge. */
export function RoleBadge({ role, language }: { role: 'member' | 'moderator' | 'owner'; language: Language }) {
  if (role === 'member') return null
  return (
    <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">
      {account[language].roles[role]}
    </span>
  )
}
