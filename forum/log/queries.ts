import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { GUEST } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db, type Prisma } from '@/lib/db'
import { env } from '@/lib/env'
import { DECIDED } from './acts'
import { GENESIS, hashEntry } from './hash'
import type { LogAddress } from './input'

const PAGE = 50
const WALK = 1_000

export type LogPage = Awaited<ReturnType<typeof readLog>>
export type LogLine = LogPage['entries'][number]

/**
 * The public log, newest first, and the newest hash of the chain. Those who acted stand under a pseudonym that stays the
 * same for one person and cannot be traced back without the forum's secret. Where they are the subject as well, whose name
 * everybody reads, they have none: it would name them in all their other entries.
 */
export async function readLog({ before, ...filter }: LogAddress = {}) {
  const where = await among(filter)
  const [rows, head] = await Promise.all([
    db.logEntry.findMany({
      where: before === undefined ? where : { ...where, seq: { lt: before } },
      orderBy: { seq: 'desc' },
      take: PAGE + 1,
    }),
    db.logEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } }),
  ])
  const handles = await handlesOf(rows)
  const entries = rows.slice(0, PAGE).map(({ byId, prevHash: _, ...entry }) => ({
    ...entry,
    subject: handles.get(entry.subject) ?? entry.subject,
    seq: Number(entry.seq),
    at: entry.at.toISOString(),
    by: byId === null || isAboutThemselves(entry, byId, handles.get(byId)) ? null : pseudonym(byId),
  }))
  return {
    entries,
    before: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null,
    head: head ? { seq: Number(head.seq), hash: head.hash } : null,
  }
}

/** Essays by what everybody may know of them: the log is the same for all. */
async function among({ act, essay, month }: Omit<LogAddress, 'before'>): Promise<Prisma.LogEntryWhereInput> {
  const found = essay
    ? await db.essay.findFirst({ where: { AND: [visibleEssays(GUEST), { slug: essay }] }, select: { id: true } })
    : null
  return {
    ...(act ? { act } : {}),
    ...(found ? { essayId: found.id } : {}),
    ...(month ? { at: spanOf(month) } : {}),
  }
}

/** @param month "2026-11" */
function spanOf(month: string): { gte: Date; lt: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { gte: new Date(Date.UTC(year, number - 1)), lt: new Date(Date.UTC(year, number)) }
}

/** The month of a moment, "2026-11". */
export const monthOf = (at: Date) => at.toISOString().slice(0, 7)

/** How often each act happened in one month, the most frequent first. */
export async function readMonth(month: string) {
  const counted = await db.logEntry.groupBy({ by: ['act'], where: { at: spanOf(month) }, _count: true })
  return counted
    .map(({ act, _count: count }) => ({ act, count }))
    .sort((a, b) => b.count - a.count || a.act.localeCompare(b.act))
}

/** Every month from the first entry on, the latest first. */
export async function readMonths(): Promise<string[]> {
  const first = await db.logEntry.findFirst({ orderBy: { seq: 'asc' }, select: { at: true } })
  if (!first) return []
  const months: string[] = []
  const now = new Date()
  const begin = monthOf(first.at)
  for (let back = 0; ; back++) {
    const month = monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back)))
    if (month < begin) return months
    months.push(month)
  }
}

/** People stand in the chain, which nobody can change, as ids: the name of an account that is deleted goes from it too. */
async function handlesOf(rows: Subject[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ act, subject, byId }) => [byId, isAboutPerson(act) && isId(subject) ? subject : null])
  const people = await db.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, handle: true },
  })
  return new Map(people.map(({ id, handle }) => [id, handle]))
}

type Subject = { act: string; subject: string; byId: string | null }

const isAboutPerson = (act: string) => /^(?:person|owner)\./.test(act)
const isId = (subject: string) => z.uuid().safeParse(subject).success

/** The subject of an entry about a person is their id, or, in older ones, their handle. */
function isAboutThemselves({ act, subject }: Omit<Subject, 'byId'>, id: string, handle: string | undefined): boolean {
  return isAboutPerson(act) && (subject === id || subject === handle)
}

function pseudonym(personId: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`log:${personId}`).digest('hex').slice(0, 4)
}

/**
 * Walks the whole chain in pages. A chain that lost its newest entries is whole in itself: every decision has to have its
 * entry, and whoever noted a hash earlier can ask whether it is still there.
 * @param known a hash seen on an earlier day
 * @returns the number of entries that fit, and the first one that does not: changed, missing before it, out of order, or
 *   cut off at the end. `head`: the newest hash. `known`: whether that hash is in the chain; null when none was given.
 */
export async function verifyLog(
  known?: string,
): Promise<{ entries: number; brokenAt: number | null; head: string; known: boolean | null }> {
  let seq = 0n
  let head = GENESIS
  let found = known === GENESIS
  const result = (brokenAt: number | null) => ({
    entries: Number(seq),
    brokenAt,
    head,
    known: known === undefined ? null : found,
  })
  for (;;) {
    const rows = await db.logEntry.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: WALK })
    for (const row of rows) {
      const fits = row.seq === seq + 1n && row.prevHash === head && row.hash === hashEntry(row)
      if (!fits) return result(Number(row.seq))
      seq = row.seq
      head = row.hash
      found ||= head === known
    }
    if (rows.length < WALK) break
  }
  return result((await countUnlogged()) > 0 ? Number(seq) + 1 : null)
}

/**
 * Decisions that took effect and have no entry. Both are written in one transaction, so that one statement sees both or
 * neither. What was taken back in time has none.
 */
async function countUnlogged(): Promise<number> {
  const [row] = await db.$queryRaw<{ missing: number }[]>`
    SELECT (SELECT count(*) FROM "DecisionOutcome" WHERE "kind" = 'applied')::int
      - (SELECT count(*) FROM "LogEntry" WHERE "act" = ANY (${[...new Set(Object.values(DECIDED))]}))::int AS "missing"`
  return row?.missing ?? 0
}
