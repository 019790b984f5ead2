import { change } from '@/forum/change'
import { Refusal } from '@/forum/refusal'
import { sqlState } from '@/lib/db'
import { newId } from '@/lib/id'
import { type ImportEssay, PARAGRAPHS_MAX } from './input'
import { splitText } from './split-text'
import { hashWording } from './wording-hash'

/** For 2,000 paragraphs on a machine with much else to do. */
export const LONGEST_SECONDS = 60

/**
 * A new essay with its first revision. Every block gets an identity of its own that later revisions keep.
 * @param authorIds people who may publish further revisions
 * @throws Refusal bad-input (field `text`: nothing in it, or more than 2,000 paragraphs; field `slug`: taken)
 */
export async function createEssay(input: ImportEssay, authorIds: readonly string[]): Promise<{ id: string }> {
  const blocks = splitText(input.text)
  if (blocks.length === 0 || blocks.length > PARAGRAPHS_MAX)
    throw new Refusal('bad-input', { field: 'text', facts: { paragraphs: blocks.length, most: PARAGRAPHS_MAX } })
  const essayId = newId()
  const revisionId = newId()
  const paragraphs = blocks.map((block, index) => ({ id: newId(), ordinal: index + 1, ...block }))
  try {
    return await change(
      async (tx, tell) => {
        await tx.essay.create({
          data: {
            id: essayId,
            slug: input.slug,
            title: input.title,
            language: input.language,
            note: input.note ?? null,
            authors: { create: authorIds.map((personId) => ({ personId })) },
            revisions: { create: { id: revisionId, number: 1 } },
          },
          select: { id: true },
        })
        await tx.paragraph.createMany({ data: paragraphs.map(({ id }) => ({ id, essayId, createdInId: revisionId })) })
        await tx.wording.createMany({
          data: paragraphs.map(({ id, ordinal, kind, text }) => ({
            paragraphId: id,
            revisionId,
            ordinal,
            kind,
            text,
            hash: hashWording(text),
          })),
        })
        tell({ topic: 'essay.published', essayId })
        return { id: essayId }
      },
      { seconds: LONGEST_SECONDS },
    )
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('bad-input', { field: 'slug', facts: { taken: input.slug } })
    throw error
  }
}
