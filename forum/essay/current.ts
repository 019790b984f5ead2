import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'
import { type Block, type Heading, Headings } from './blocks'

export type OldParagraph = Omit<Block, 'headings'> & {
  id: string
  ordinal: number
  headings: Heading[]
  /** Published comments. */
  commentCount: number
}

export type Current = Awaited<ReturnType<typeof readCurrent>>

/**
 * The revision that readers have, with what its next one is compared with. Whether somebody may see it is asked before.
 * @throws Refusal not-found
 */
export async function readCurrent(slug: string, number?: number) {
  const revision = await db.revision.findFirst({
    where: { essay: { slug }, number },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      source: true,
      format: true,
      essay: { select: { id: true, slug: true, title: true, language: true } },
      wordings: {
        orderBy: { ordinal: 'asc' },
        select: {
          paragraphId: true,
          ordinal: true,
          kind: true,
          text: true,
          html: true,
          headings: true,
          paragraph: { select: { commentCount: true } },
        },
      },
    },
  })
  if (!revision) throw new Refusal('not-found')
  const { wordings, ...rest } = revision
  return {
    ...rest,
    paragraphs: wordings.map(
      ({ paragraphId, paragraph, headings, ...wording }): OldParagraph => ({
        id: paragraphId,
        commentCount: paragraph.commentCount,
        headings: Headings.parse(headings),
        ...wording,
      }),
    ),
  }
}
