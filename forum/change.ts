import { db, Prisma, type Tx } from '@/lib/db'
import { ACCESS, accessTag, ESSAYS, essayTag, expireHere, LOG, threadTag } from '@/lib/pages'

/** The channel of PostgreSQL's NOTIFY; cache-handler.cjs and lib/live.ts listen to it. */
export const CHANNEL = 'marginalia'

type Fact =
  | { topic: 'comment.posted' | 'comment.changed'; essayId: string; paragraphId: string; subjectId: string }
  /** `access`: others may read it than before. */
  | { topic: 'essay.published'; essayId: string; access?: boolean }

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
    if (facts.length > 0) await write(tx, facts)
    const tags = tagsOf(facts, options.log === true)
    if (tags.length > 0) await wake(tx, { tags, events: facts.map(eventOf) })
    return done
  }, transactionLimits(options.seconds))
  await expireHere(tagsOf(facts, options.log === true))
  return result
}

/** Most changes are over in milliseconds; a revision of 2,000 paragraphs on a busy machine is not. */
function transactionLimits(seconds: number | undefined) {
  return seconds === undefined ? {} : { timeout: seconds * 1000 }
}

async function write(tx: Tx, facts: Fact[]) {
  await tx.outbox.createMany({
    data: facts.map((fact) => ({
      topic: fact.topic,
      essayId: fact.essayId,
      paragraphId: 'paragraphId' in fact ? fact.paragraphId : null,
      subjectId: 'subjectId' in fact ? fact.subjectId : null,
    })),
  })
}

/** Which thread changed, never what: whoever hears it looks again, through the visibility layer. */
const eventOf = (fact: Fact) => ({
  essayId: fact.essayId,
  paragraphId: 'paragraphId' in fact ? fact.paragraphId : null,
})

async function wake(tx: Tx, message: { tags: string[]; events: ReturnType<typeof eventOf>[] }) {
  await tx.$executeRaw(Prisma.sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ pid: process.pid, ...message })})`)
}

function tagsOf(facts: Fact[], log: boolean): string[] {
  const tags = new Set<string>(log ? [LOG] : [])
  for (const fact of facts) {
    tags.add(essayTag(fact.essayId))
    if (fact.topic === 'essay.published' && fact.access) tags.add(accessTag(fact.essayId)).add(ACCESS)
    if (fact.topic === 'essay.published') tags.add(ESSAYS)
    else tags.add(threadTag(fact.paragraphId))
  }
  return [...tags]
}
