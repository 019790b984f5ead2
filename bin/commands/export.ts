import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { COMMENT_COLUMNS, COMMENT_JOINS, type CommentRow, viewComment } from '@/forum/comments/view'
import { GUEST } from '@/forum/viewer'
import { commonPlacesSql } from '@/forum/visibility'
import { db, type Tx } from '@/lib/db'
import { Halt } from '../halt.mjs'

const PAGE = 2_000

/**
 * One JSON object a line, its `kind` first: essay, revisions, paragraphs, wordings, lineage, comments (as a guest sees
 * them: of removed ones the place, never the words). Everything as it is at one moment, in memory a page at a time.
 */
export async function exportEssay(slug: string, out: Writable): Promise<void> {
  await db.$transaction(
    async (tx) => {
      for await (const line of lines(tx, slug)) if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
    },
    { isolationLevel: 'RepeatableRead', timeout: 24 * 3_600_000, maxWait: 30_000 },
  )
}

async function* lines(tx: Tx, slug: string): AsyncGenerator<Record<string, unknown>> {
  const essay = await tx.essay.findUnique({
    where: { slug },
    select: { id: true, slug: true, title: true, language: true, note: true, createdAt: true },
  })
  if (!essay) throw new Halt(`There is no essay ${slug}.`)
  yield { kind: 'essay', ...essay }
  const where = { essayId: essay.id }
  const revisions = await tx.revision.findMany({
    where,
    orderBy: { number: 'asc' },
    select: { id: true, number: true, note: true, publishedAt: true },
  })
  for (const { id: _, ...revision } of revisions) yield { kind: 'revision', ...revision }
  const numbers = new Map(revisions.map(({ id, number }) => [id, number]))
  const numberOf = (id: string | null) => (id === null ? null : (numbers.get(id) ?? null))

  const paragraphs = await tx.paragraph.findMany({ where, orderBy: { id: 'asc' } })
  for (const { id, createdInId, retiredInId, commentCount } of paragraphs)
    yield { kind: 'paragraph', id, createdIn: numberOf(createdInId), retiredIn: numberOf(retiredInId), commentCount }
  for (const revision of revisions) yield* ofRevision(tx, revision)
  yield* comments(tx, essay.id)
}

async function* ofRevision(tx: Tx, revision: { id: string; number: number }) {
  const wordings = await tx.wording.findMany({
    where: { revisionId: revision.id },
    orderBy: { ordinal: 'asc' },
    select: { paragraphId: true, ordinal: true, kind: true, text: true },
  })
  for (const { kind: block, ...wording } of wordings)
    yield { kind: 'wording', revision: revision.number, block, ...wording }
  const lineage = await tx.lineage.findMany({
    where: { revisionId: revision.id },
    orderBy: { id: 'asc' },
    select: { fromId: true, toId: true, kind: true, score: true },
  })
  for (const { kind: fate, ...row } of lineage) yield { kind: 'lineage', revision: revision.number, fate, ...row }
}

async function* comments(tx: Tx, essayId: string) {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx.$queryRaw<CommentRow[]>`
      SELECT ${COMMENT_COLUMNS} FROM "Comment" c ${COMMENT_JOINS}
      WHERE c."id" > ${last}::uuid AND c."essayId" = ${essayId}::uuid AND ${commonPlacesSql()}
      ORDER BY c."id" LIMIT ${PAGE}`
    for (const row of rows) yield { kind: 'comment', ...viewComment(GUEST, row) }
    const end = rows.at(-1)
    if (!end || rows.length < PAGE) return
    last = end.id
  }
}
