import { db, Prisma, type Tx } from '@/lib/db'
import { ACCESS, accessTag, ESSAYS, essayTag, expireHere, LOG, threadTag } from '@/lib/pages'

/** The channel of PostgreSQL's NOTIFY; cache-handler.cjs and lib/live.ts listen to it. */
export const CHANNEL = 'marginalia'

type Fact =
  | { topic: 'comment.posted' | 'comment.changed'; essayId: string; paragraphId: string; subjectId: string }
  /** `access`: others may read it than before. */
  | { topic: 'essay.published'; essayId: string; access?: boolean }
  /** Others write it than before. */
  | { topic: 'essay.authors'; essayId: string }

export type Tell = (fact: Fact) => void

/**
 * One change of state: the fact, its outbox rows and the wake-up commit together or not at all; the pages it touches
 * expire after the commit.
 */
export async function change<T>(
  act: (tx: Tx, tell: Tell) => Promise<T>,
  options: { log?: boolean; seconds?: number } = {},
): Promise<T> {
  const facts: Fact[] = []
  const result = await db.$transaction(async (tx) => {
    facts.length = 0
    const done = await act(tx, (fact) => facts.push(fact))
    const seq = facts.length > 0 ? await write(tx, facts) : null
    const tags = tagsOf(facts, options.log === true)
    if (tags.length > 0) await wake(tx, { tags, seq }, facts.map(eventOf))
    return done
  }, transactionLimits(options.seconds))
  await expireHere(tagsOf(facts, options.log === true))
  return result
}

/** Most changes are over in milliseconds; a revision of 2,000 paragraphs on a busy machine is not. */
function transactionLimits(seconds: number | undefined) {
  return seconds === undefined ? {} : { timeout: seconds * 1000 }
}

/** @returns the last number it wrote */
async function write(tx: Tx, facts: Fact[]): Promise<string> {
  const written = await tx.outbox.createManyAndReturn({
    data: facts.map((fact) => ({
      topic: fact.topic,
      essayId: fact.essayId,
      paragraphId: 'paragraphId' in fact ? fact.paragraphId : null,
      subjectId: 'subjectId' in fact ? fact.subjectId : null,
    })),
    select: { seq: true },
  })
  return String(written.at(-1)?.seq ?? 0)
}

/** Which thread changed, never what: whoever hears it looks again, through the visibility layer. */
const eventOf = (fact: Fact) => ({
  topic: fact.topic,
  essayId: fact.essayId,
  paragraphId: 'paragraphId' in fact ? fact.paragraphId : null,
  subjectId: 'subjectId' in fact ? fact.subjectId : null,
})

/**
 * That a comment waits for a moderator is told to nobody. `horizon`: every transaction with a smaller number has ended, and
 * what it told was told before this; with `seq` it is where a stream goes on that was cut off here (forum/essay/missed.ts).
 */
async function wake(tx: Tx, message: { tags: string[]; seq: string | null }, events: ReturnType<typeof eventOf>[]) {
  await tx.$executeRaw(Prisma.sql`
    SELECT pg_notify(${CHANNEL}, (${JSON.stringify({ pid: process.pid, ...message })}::jsonb || jsonb_build_object(
      'horizon', pg_snapshot_xmin(pg_current_snapshot())::text,
      'events', (
        SELECT coalesce(jsonb_agg(e.e - 'topic' - 'subjectId'), '[]')
        FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) AS e(e)
        WHERE e.e->>'topic' <> 'comment.posted' OR NOT EXISTS (
          SELECT 1 FROM "Comment" c WHERE c."id" = (e.e->>'subjectId')::uuid AND c."status" = 'held')
      )))::text)`)
}

function tagsOf(facts: Fact[], log: boolean): string[] {
  const tags = new Set<string>(log ? [LOG] : [])
  for (const fact of facts) {
    tags.add(essayTag(fact.essayId))
    if (fact.topic === 'essay.published' && fact.access) tags.add(accessTag(fact.essayId)).add(ACCESS)
    if ('paragraphId' in fact) tags.add(threadTag(fact.paragraphId))
    else tags.add(ESSAYS)
  }
  return [...tags]
}
