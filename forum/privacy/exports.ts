import { z } from 'zod'
import { enqueue } from '@/forum/job'
import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, Prisma, type Tx } from '@/lib/db'
import { dropExportsBut, readExportLines, writeExport } from '@/lib/export-files'
import { newId } from '@/lib/id'
import { KEPT } from './inventory'

export const EXPORT_DAYS = 7
const ASKING = { name: 'export', points: 3, seconds: 24 * 60 * 60 }
/** Rows fetched at once. */
const PAGE = 500
/** Somebody who wrote for years; the rows are those of one moment. */
const PATIENCE = { timeout: 1_800_000, maxWait: 30_000 }

/** A copy of everything about the viewer is begun; one that is being made is not begun twice. @throws Refusal sign-in-required, too-fast */
export async function askExport(viewer: Viewer, language: string): Promise<{ id: string }> {
  allow('self.read', viewer)
  const running = await db.export.findFirst({
    where: { personId: viewer.id, finishedAt: null, askedAt: { gt: oldest() } },
    select: { id: true },
  })
  if (running) return running
  await refuseTooFast(ASKING, viewer.id)
  const id = newId()
  await db.$transaction(async (tx) => {
    await tx.export.create({ data: { id, personId: viewer.id, language }, select: { id: true } })
    await enqueue(tx, 'export', { id })
  })
  return { id }
}

/** The last copy one asked for, and how far it is. */
export async function readExport(viewer: Viewer) {
  allow('self.read', viewer)
  const found = await db.export.findFirst({
    where: { personId: viewer.id, askedAt: { gt: oldest() } },
    orderBy: { askedAt: 'desc' },
    select: { id: true, askedAt: true, written: true, total: true, finishedAt: true },
  })
  return found && { ...found, until: new Date(found.askedAt.getTime() + EXPORT_DAYS * 86_400_000) }
}

/** A finished copy, for its own person only. @throws Refusal not-found, sign-in-required */
export async function openExport(viewer: Viewer, id: string) {
  allow('self.read', viewer)
  const found = await db.export.findFirst({
    where: { id, personId: viewer.id, finishedAt: { not: null }, askedAt: { gt: oldest() } },
    select: { language: true },
  })
  const lines = found && (await readExportLines(id).catch(() => null))
  if (!lines) throw new Refusal('not-found')
  return { language: found.language, lines: parsed(lines) }
}

/** Each line is one row of one table. */
const Line = z.strictObject({ table: z.string(), row: z.record(z.string(), z.json()) })
export type ExportLine = z.infer<typeof Line>

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<ExportLine> {
  for await (const line of lines) if (line !== '') yield Line.parse(JSON.parse(line))
}

/** The job: all rows of one moment, table after table. After a crash it is made anew. */
export async function makeExport(id: string): Promise<void> {
  const asked = await db.export.findUnique({ where: { id }, select: { personId: true, finishedAt: true } })
  if (!asked || asked.finishedAt !== null) return
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`
    const total = await countRows(tx, asked.personId)
    await db.export.updateMany({ where: { id }, data: { total, written: 0 } })
    await writeExport(id, linesOf(tx, id, asked.personId))
  }, PATIENCE)
  // The account may have been deleted meanwhile: then the row is gone, and the file goes with the next sweep.
  await db.export.updateMany({ where: { id }, data: { finishedAt: new Date() } })
}

const tablesOfPeople = () =>
  Object.entries(KEPT).flatMap(([table, { person, columns, secret = [] }]) =>
    person === undefined ? [] : [{ table, person, columns: columns.filter((column) => !secret.includes(column)) }],
  )

async function countRows(tx: Tx, personId: string): Promise<number> {
  let total = 0
  for (const { table, person } of tablesOfPeople()) {
    const [row] = await tx.$queryRaw<{ n: number }[]>(
      Prisma.sql`SELECT count(*)::int AS n FROM ${named(table)} WHERE ${named(person)} = ${personId}::uuid`,
    )
    total += row?.n ?? 0
  }
  return total
}

async function* linesOf(tx: Tx, id: string, personId: string): AsyncGenerator<string> {
  let written = 0
  for (const { table, person, columns } of tablesOfPeople()) {
    await tx.$executeRaw(Prisma.sql`
      DECLARE rows_of_person CURSOR FOR SELECT json_build_object('table', ${table}::text, 'row', row_to_json(x))::text AS line
      FROM (SELECT ${Prisma.join(columns.map(named))} FROM ${named(table)} WHERE ${named(person)} = ${personId}::uuid) x`)
    for (;;) {
      const rows = await tx.$queryRaw<{ line: string }[]>(
        Prisma.sql`FETCH FORWARD ${Prisma.raw(String(PAGE))} FROM rows_of_person`,
      )
      for (const { line } of rows) yield line
      written += rows.length
      // By another connection: whoever waits sees how far it is.
      if (rows.length > 0) await db.export.updateMany({ where: { id }, data: { written } })
      if (rows.length < PAGE) break
    }
    await tx.$executeRaw`CLOSE rows_of_person`
  }
}

/** Copies go after a week, and with the account. */
export async function forgetOldExports(): Promise<void> {
  await db.export.deleteMany({ where: { askedAt: { lte: oldest() } } })
  await dropExportsBut(async () => {
    const left = await db.export.findMany({ select: { id: true } })
    return new Set(left.map(({ id }) => id))
  })
}

const oldest = () => new Date(Date.now() - EXPORT_DAYS * 86_400_000)

/** A name of the inventory's own, never one that somebody sent. */
const named = (name: string) => Prisma.raw(`"${name}"`)
