import { readSetting } from '@/forum/settings/settings'
import type { Bar } from '@/forum/viewer'
import type { Prisma } from '@/lib/db'
import { isAt } from './domains'

/** What a query for a person asks to know whether something bars them from writing. */
export const BARRED_BY = {
  email: true,
  emailVerified: true,
  admission: { select: { state: true, reason: true } },
} as const satisfies Prisma.PersonSelect

type Row = {
  role: 'member' | 'moderator' | 'owner'
  email: string | null
  emailVerified: Date | null
  admission: { state: 'unproven' | 'waiting' | 'admitted' | 'refused'; reason: string | null } | null
}

/**
 * What keeps a newcomer from writing at this moment. Whoever was made a moderator was let in with it. Whoever came by the
 * domain of an address writes while a proved address at one of today's domains is theirs: another address would not have let
 * them in.
 */
export async function barOf(person: Row): Promise<Bar | null> {
  if (person.role !== 'member' || !person.admission) return null
  const { state, reason } = person.admission
  if (state === 'waiting') return { code: 'approval-awaited', reason: null }
  if (state === 'refused') return { code: 'approval-refused', reason }
  if (state === 'admitted') return null
  const { way, domains } = await readSetting('signUp')
  if (way === 'open') return null
  const { email, emailVerified } = person
  if (email !== null && emailVerified !== null && isAt(email, domains)) return null
  return { code: 'address-unproven', reason: null }
}
