import type pg from 'pg'
import { seedBulk } from '@/bin/commands/seed-bulk'
import { writeCursor } from '@/forum/moderation/cursor'
import { FIRST_ESSAY } from '../../commands/names'
import { createDatabase } from '../../serve/database'
import { BASE, type Base, connectForum, disconnect, settle, withClient } from '../database'
import { type DeskSize, fillCases, OPEN, PROLIFIC } from './fill'

/** The essay that few cases are of; the same number in every forum. */
export const RARE_ESSAY = 'desk-few'
const OF_RARE_ESSAY = 300
const OTHERS = ['desk-many', 'desk-some', RARE_ESSAY] as const

/** What the desk's pages are asked for. */
export type Places = {
  /** A waiting case of somebody with a long history. */
  prolificCase: string
  /** Cursor of a page of the open ones, by age: six tenths into the list. */
  amid: string
}

export const nameOf = (cases: number) => `marginalia_desk_${cases}`

export const sizeOf = (cases: number, comments: number): DeskSize => ({
  cases,
  open: cases * OPEN,
  history: { comments, decided: Math.min(comments - 1, 500), flags: Math.min(comments / 2, 400) },
})

/** A forum with four essays, twice as many comments as cases, and everything the desk did. */
export async function makeDesk(base: Base, size: DeskSize): Promise<Places> {
  const name = nameOf(size.cases)
  await createDatabase(base.url('postgres'), name, BASE)
  const url = base.url(name)
  await addEssays(url)
  const comments = (essay: string, paragraph: number, share: number) =>
    seedBulk(url, { comments: Math.round(share * size.cases), paragraph, essay, replies: 0.4 })
  await comments(FIRST_ESSAY, 1, 0.9)
  await comments(FIRST_ESSAY, 2, 0.3)
  await comments('desk-many', 1, 0.5)
  await comments('desk-some', 1, 0.3)
  await comments(RARE_ESSAY, 1, OF_RARE_ESSAY / size.cases)
  await withClient(url, (client) => fillCases(client, size))
  await settle(url)
  return withClient(url, findPlaces)
}

async function addEssays(url: string): Promise<void> {
  await connectForum(url)
  const { importEssay } = await import('@/bin/commands/import')
  for (const slug of OTHERS) await importEssay('seeds/essay.md', { slug })
  await disconnect()
}

async function findPlaces(client: pg.Client): Promise<Places> {
  const { rows: of } = await client.query<{ id: string }>(
    `SELECT k."id" FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId" JOIN "Person" p ON p."id" = c."authorId"
     WHERE p."handle" = $1 AND k."state" = 'open'`,
    [PROLIFIC],
  )
  const { rows: amid } = await client.query<{ id: string; at: Date }>(
    `SELECT "id", "openedAt" AS at FROM "Case" WHERE "state" = 'open' AND "queue" = 'open' ORDER BY "openedAt", "id" LIMIT 1
     OFFSET (SELECT count(*) * 0.15 FROM "Case" WHERE "state" = 'open' AND "queue" = 'open')::int`,
  )
  if (!of[0] || !amid[0]) throw new Error('the desk has no open cases')
  return { prolificCase: of[0].id, amid: writeCursor(amid[0]) }
}
