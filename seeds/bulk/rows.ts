import { randomFillSync } from 'node:crypto'
import { pathUnder } from '@/forum/comments/path'
import { AUTHORS, generator, type Plan } from './plan'
import { CHINESE, ENGLISH } from './sentences'

export type Thread = { essayId: string; paragraphId: string; revisionId: string; rootsBefore: number }

/** The columns of a comment's line, in its order. */
export const COMMENT_COLUMNS =
  '"id", "essayId", "paragraphId", "revisionId", "parentId", "rootId", "depth", "path", "childSeq", "authorId", "body", "html", "replyCount", "score", "createdAt"'
export const VOTE_COLUMNS = '"commentId", "personId", "essayId", "createdAt"'

/** Lines in PostgreSQL's COPY text format for the comments of a plan; times are spread evenly from `from` to `to`. */
export function bulkRows(plan: Plan, thread: Thread, authorIds: readonly string[], from: number, to: number) {
  const chance = new Uint8Array(plan.count * 8)
  // In pieces: the generator gives at most 2 GiB at once, and a smaller piece does not block for long.
  for (let start = 0; start < chance.length; start += 1 << 20)
    randomFillSync(chance, start, Math.min(1 << 20, chance.length - start))
  const step = (to - from) / plan.count
  const timeOf = (index: number) => from + index * step

  const idOf = (index: number) => {
    const time = timeOf(index)
    const millisecond = Math.floor(time)
    // RFC 9562, method 3: the fraction of the millisecond in the twelve bits behind it keeps the order.
    const fraction = Math.floor((time - millisecond) * 4096)
    const head = millisecond.toString(16).padStart(12, '0')
    const tail = Buffer.from(chance.buffer, index * 8, 8).toString('hex')
    const variant = ((Number.parseInt(tail.slice(0, 1), 16) & 3) | 8).toString(16)
    return `${head.slice(0, 8)}-${head.slice(8)}-7${hex3(fraction)}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
  }
  const pathOf = (index: number): string => {
    const parent = plan.parent[index] as number
    const sequence = plan.sequence[index] as number
    return parent < 0 ? pathUnder('', thread.rootsBefore + sequence) : pathUnder(pathOf(parent), sequence)
  }
  const rootOf = (index: number): number => {
    const parent = plan.parent[index] as number
    return parent < 0 ? index : rootOf(parent)
  }
  const authorOf = (index: number) => authorIds[plan.author[index] as number] ?? ''

  return {
    comment(index: number): string {
      const parent = plan.parent[index] as number
      const { body, html } = wordsOf(index)
      const replies = plan.replies[index] as number
      const parentId = parent < 0 ? '\\N' : idOf(parent)
      const at = new Date(timeOf(index)).toISOString()
      return `${idOf(index)}\t${thread.essayId}\t${thread.paragraphId}\t${thread.revisionId}\t${parentId}\t${idOf(rootOf(index))}\t${plan.depth[index]}\t${pathOf(index)}\t${replies}\t${authorOf(index)}\t${body}\t${html}\t${replies}\t${plan.score[index]}\t${at}\n`
    },
    /** As many votes as its score says, each of somebody else. */
    votes(index: number): string {
      const score = plan.score[index] as number
      if (score === 0) return ''
      const id = idOf(index)
      const at = new Date(timeOf(index) + 60_000).toISOString()
      let lines = ''
      for (let voter = 1; voter <= score; voter++) {
        const personId = authorIds[((plan.author[index] as number) + voter) % AUTHORS] ?? ''
        lines += `${id}\t${personId}\t${thread.essayId}\t${at}\n`
      }
      return lines
    },
  }
}

const hex3 = (number: number) => number.toString(16).padStart(3, '0')

/** Two or three sentences, every third comment in Chinese, every fifth in two paragraphs; escaped for COPY. */
function wordsOf(index: number): { body: string; html: string } {
  const random = generator(index * 2_654_435_761)
  const chinese = random() < 1 / 3
  const { openings, claims, turns } = chinese ? CHINESE : ENGLISH
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const space = chinese ? '' : ' '
  const first = random() < 0.6 ? `${pick(openings)}${space}${pick(claims)}` : pick(claims)
  const second = random() < 0.3 ? `${pick(turns)}${space}${pick(claims)}` : pick(turns)
  if (random() < 0.2) return { body: `${first}\\n\\n${second}`, html: `<p>${first}</p>\\n<p>${second}</p>` }
  return { body: `${first}${space}${second}`, html: `<p>${first}${space}${second}</p>` }
}
