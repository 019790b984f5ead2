import { db } from '@/lib/db'
import { firstIdAt } from '@/lib/id'

const DAY_MS = 24 * 60 * 60 * 1000

/** 0: new here. 1: known. 2: trusted. */
export type Trust = 0 | 1 | 2

/**
 * The deeds that each level takes. Known: a day here, three comments that stand. Trusted: thirty days, twenty comments that
 * stand, and none removed in the last thirty days. Who moderates is trusted by their role.
 */
const KNOWN = { days: 1, comments: 3 }
const TRUSTED = { days: 30, comments: 20 }

export type Standing = { trust: Trust; createdAt: Date }

/** Counted anew each time, and never beyond what a level takes: nobody has to keep it true. */
export async function readTrust(personId: string): Promise<Standing> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { role: true, createdAt: true },
  })
  const days = (Date.now() - person.createdAt.getTime()) / DAY_MS
  const { createdAt } = person
  if (person.role !== 'member') return { trust: 2, createdAt }
  if (days < KNOWN.days) return { trust: 0, createdAt }
  const [standing, removed] = await Promise.all([countStanding(personId), countRemoved(personId)])
  if (days >= TRUSTED.days && standing >= TRUSTED.comments && removed === 0) return { trust: 2, createdAt }
  return { trust: standing >= KNOWN.comments ? 1 : 0, createdAt }
}

async function countStanding(authorId: string): Promise<number> {
  const rows = await db.comment.findMany({
    where: { authorId, status: 'published' },
    orderBy: { id: 'desc' },
    take: TRUSTED.comments,
    select: { id: true },
  })
  return rows.length
}

async function countRemoved(authorId: string): Promise<number> {
  const since = new Date(Date.now() - TRUSTED.days * DAY_MS)
  return db.comment.count({ where: { authorId, status: 'removed', id: { gte: firstIdAt(since) } } })
}
