import { viewerOfPerson } from '@/forum/people/standing'
import type { SignedIn } from '@/forum/viewer'
import { mayReadWords } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { defaultPace, type Pace } from './kinds'
import { TOLD_OF, told } from './told'

// Which news is due by mail. The rows say what was told; everything else is asked at sending: whether it has been read in
// the page meanwhile, whether the person may still see it, how soon they want to hear of it.

const HOUR = 3_600_000
/** One mail per thread and hour: what comes meanwhile goes with the next. */
const PER_THREAD = HOUR
/** The first of them waits so long, and takes the others along. */
const WAITS: Record<Pace, number> = { now: 0, daily: 24 * HOUR, weekly: 7 * 24 * HOUR, never: 0 }
/** Mails of news to one person in a day, whatever happens. */
export const MOST_A_DAY = 20
/** Of one mail: the rest waits for the next. */
const MOST_IN_ONE = 30
const MOST_LOOKED_AT = 500

export type Item = Awaited<ReturnType<typeof readPending>>[number]
export type Letter = { to: string; person: SignedIn; language: string | null; items: Item[] }
/** Sends one mail. `refused`: the server takes none for this address, now or later. @throws when it may work later */
export type Post = (letter: Letter) => Promise<'sent' | 'refused'>

/**
 * Sends what is due to one person. Rows are taken before they are sent: when the process dies between, a mail is lost, which
 * the page makes up for; sent twice it would be to many people at once.
 */
export async function mailNews(personId: string, post: Post): Promise<void> {
  const address = await addressOf(personId)
  const viewer = await viewerOfPerson(personId)
  if (!address || viewer.role === 'guest') return drop(personId)
  const pending = await readPending(viewer)
  const paces = await pacesOf(personId)
  const silent = pending.filter(({ kind }) => paces(kind) === 'never')
  await dropIds(silent.map(({ id }) => id))
  const left = pending.filter(({ kind }) => paces(kind) !== 'never')
  let sent = await countMails(personId)
  for (const items of await dueGroups(personId, left, paces)) {
    if (sent >= MOST_A_DAY) return
    const taken = await take(items)
    if (taken.length === 0) continue
    sent += 1
    try {
      const outcome = await post({ ...address, person: viewer, items: taken })
      if (outcome === 'refused') return await suppress(address.to, personId)
    } catch (error) {
      await giveBack(taken)
      throw error
    }
  }
}

/** Everybody for whom something waits: those who were held back by the hour, the day or the pace they chose. */
export async function peopleWithNews(): Promise<string[]> {
  const rows = await db.$queryRaw<{ personId: string }[]>(
    Prisma.sql`SELECT DISTINCT "personId" FROM "Notification" WHERE "mail"`,
  )
  return rows.map(({ personId }) => personId)
}

/** Only a confirmed address: nobody is sent news because somebody else typed their address. */
async function addressOf(personId: string): Promise<{ to: string; language: string | null } | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { email: true, emailVerified: true, language: true },
  })
  if (!person?.email || !person.emailVerified) return null
  const suppressed = await db.mailSuppression.findUnique({ where: { address: person.email } })
  return suppressed ? null : { to: person.email, language: person.language }
}

/**
 * What the viewer has not read, and may still see with its words; decisions about their own comments always, those about what
 * they reported without words that they may not see. What was read or hidden meanwhile is not mailed later either: when it is shown again, the page tells it.
 */
async function readPending(viewer: SignedIn) {
  const waiting = await db.notification.findMany({
    where: { personId: viewer.id, mail: true },
    orderBy: { id: 'asc' },
    take: MOST_LOOKED_AT,
    select: { id: true },
  })
  const ids = waiting.map(({ id }) => id)
  const rows = await db.notification.findMany({
    where: { AND: [told(viewer), { id: { in: ids }, readAt: null }] },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      createdAt: true,
      comment: { select: TOLD_OF },
      decision: { select: { act: true, reason: true } },
    },
  })
  const readable = rows.flatMap((row) => {
    if (row.decision || mayReadWords(viewer, row.comment)) return [row]
    return row.kind === 'report' ? [{ ...row, comment: { ...row.comment, body: '' } }] : []
  })
  const kept = new Set(readable.map(({ id }) => id))
  await dropIds(ids.filter((id) => !kept.has(id)))
  return readable
}

async function pacesOf(personId: string): Promise<(kind: string) => Pace> {
  const chosen = await db.mailChoice.findMany({ where: { personId }, select: { kind: true, pace: true } })
  const paces = new Map<string, Pace>(chosen.map(({ kind, pace }) => [kind, pace]))
  return (kind) => paces.get(kind) ?? defaultPace(kind)
}

/** At once: a mail per thread. Daily and weekly: one mail of all that gathered. */
async function dueGroups(personId: string, pending: Item[], paces: (kind: string) => Pace): Promise<Item[][]> {
  const groups: Item[][] = []
  const threads = new Map<string, Item[]>()
  for (const item of pending.filter(({ kind }) => paces(kind) === 'now'))
    threads.set(item.comment.paragraphId, [...(threads.get(item.comment.paragraphId) ?? []), item])
  for (const [paragraphId, items] of threads) if (!(await mailedLately(personId, paragraphId))) groups.push(items)
  for (const pace of ['daily', 'weekly'] as const) {
    const items = pending.filter(({ kind }) => paces(kind) === pace)
    if (items[0] && Date.now() - items[0].createdAt.getTime() >= WAITS[pace]) groups.push(items)
  }
  return groups
}

async function mailedLately(personId: string, paragraphId: string): Promise<boolean> {
  const since = new Date(Date.now() - PER_THREAD)
  const where = { personId, mailedAt: { gt: since }, comment: { paragraphId } }
  return (await db.notification.findFirst({ where, select: { id: true } })) !== null
}

async function countMails(personId: string): Promise<number> {
  const since = new Date(Date.now() - 24 * HOUR)
  const mails = await db.notification.groupBy({ by: ['mailedAt'], where: { personId, mailedAt: { gt: since } } })
  return mails.length
}

/** Whoever changes a row takes it: of two jobs at the same moment one sends. */
async function take(items: Item[]): Promise<Item[]> {
  const ids = items.slice(0, MOST_IN_ONE).map(({ id }) => id)
  const taken = await db.notification.updateManyAndReturn({
    where: { id: { in: ids }, mail: true },
    data: { mail: false, mailedAt: new Date() },
    select: { id: true },
  })
  const own = new Set(taken.map(({ id }) => id))
  return items.filter(({ id }) => own.has(id))
}

async function giveBack(items: Item[]): Promise<void> {
  await db.notification.updateMany({
    where: { id: { in: items.map(({ id }) => id) } },
    data: { mail: true, mailedAt: null },
  })
}

const dropIds = (ids: string[]) => db.notification.updateMany({ where: { id: { in: ids } }, data: { mail: false } })

async function drop(personId: string): Promise<void> {
  await db.notification.updateMany({ where: { personId, mail: true }, data: { mail: false } })
}

async function suppress(address: string, personId: string): Promise<void> {
  await db.mailSuppression.createMany({ data: [{ address, reason: 'refused' }], skipDuplicates: true })
  await drop(personId)
}

/** Half a year later a mailbox may be there again; and the address of nobody is kept for ever. */
const REFUSED_DAYS = 180

export async function forgetRefused(): Promise<void> {
  await db.mailSuppression.deleteMany({ where: { at: { lt: new Date(Date.now() - REFUSED_DAYS * 24 * HOUR) } } })
}
