import { allow, may } from '@/forum/policy'
import { readSetting } from '@/forum/settings/settings'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

/** Lists that somebody works through from the top. */
const SHOWN = 50
const NAMES = 20
const ALIVE = { person: { deletedAt: null, role: 'member' } } as const
/** So long a page says that somebody was let in. */
const NEWS_DAYS = 14

/** How many wait to be let in, for whoever may do it; counted to a hundred. */
export async function countNewcomers(viewer: Viewer): Promise<number> {
  if (!may('newcomer.decide', viewer)) return 0
  const rows = await db.admission.findMany({
    where: { state: 'waiting', ...ALIVE },
    select: { personId: true },
    take: 100,
  })
  return rows.length
}

/** Who waits, longest first, and the invitations, newest first. @throws Refusal not-found, sign-in-required, suspended */
export async function readNewcomers(viewer: Viewer) {
  allow('newcomer.decide', viewer)
  const [{ way }, waiting, unproven, refused, invitations] = await Promise.all([
    readSetting('signUp'),
    db.admission.findMany({
      where: { state: 'waiting', ...ALIVE },
      orderBy: [{ since: 'asc' }, { personId: 'asc' }],
      take: SHOWN,
      select: NEWCOMER,
    }),
    db.admission.findMany({
      where: { state: 'unproven', person: { ...ALIVE.person, emailVerified: null } },
      orderBy: [{ since: 'desc' }, { personId: 'asc' }],
      take: SHOWN,
      select: NEWCOMER,
    }),
    db.admission.findMany({
      where: { state: 'refused', ...ALIVE },
      orderBy: [{ decidedAt: 'desc' }, { personId: 'asc' }],
      take: SHOWN,
      select: NEWCOMER,
    }),
    db.invitation.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: {
        id: true,
        note: true,
        places: true,
        taken: true,
        expiresAt: true,
        revokedAt: true,
        by: { select: { handle: true } },
        uses: { orderBy: { at: 'asc' }, take: NAMES, select: { person: { select: { handle: true } } } },
      },
    }),
  ])
  const now = new Date()
  return {
    way,
    waiting,
    /** Who has not proved an address yet, newest first: they need nobody, but perhaps their mail does not arrive. */
    unproven,
    refused,
    invitations: invitations.map(({ by, uses, revokedAt, ...one }) => ({
      ...one,
      by: by.handle,
      names: uses.map(({ person }) => person.handle),
      end: endOf({ revokedAt, ...one }, now),
    })),
  }
}

type Ends = { revokedAt: Date | null; taken: number; places: number; expiresAt: Date }

/** Why nobody comes in by it any more; null while somebody can. */
function endOf({ revokedAt, taken, places, expiresAt }: Ends, now: Date): 'revoked' | 'full' | 'over' | null {
  if (revokedAt) return 'revoked'
  if (taken >= places) return 'full'
  return expiresAt <= now ? 'over' : null
}

const NEWCOMER = {
  since: true,
  reason: true,
  person: { select: { handle: true, displayName: true } },
} as const

/** What newcomers read about how one comes in. */
export async function readSignUp() {
  const { way, domains } = await readSetting('signUp')
  return { way, domains }
}

/** Whether somebody was let in lately, for the page that tells people news. */
export async function admittedLately(viewer: Viewer): Promise<Date | null> {
  if (viewer.id === null) return null
  const since = new Date(Date.now() - NEWS_DAYS * 86_400_000)
  const found = await db.admission.findUnique({
    where: { personId: viewer.id, state: 'admitted', decidedAt: { gt: since } },
    select: { decidedAt: true },
  })
  return found?.decidedAt ?? null
}
