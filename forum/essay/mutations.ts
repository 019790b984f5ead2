import type { z } from 'zod'
import { change } from '@/forum/change'
import { Refusal } from '@/forum/refusal'
import { sqlState } from '@/lib/db'
import { newId } from '@/lib/id'
import { blocksWithin } from './blocks'
import type { ImportEssay } from './input'
import { wordingRow } from './wording-row'

/** For 2,000 paragraphs on a machine with much else to do. */
export const LONGEST_SECONDS = 60

/**
 * A new essay with its first revision. Every block gets an identity of its own that later revisions keep.
 * @param authorIds people who may publish further revisions
 * @throws Refusal of `blocksWithin`; bad-input (field `slug`: taken)
 */
export async function createEssay(
  { format = 'text', ...input }: z.input<typeof ImportEssay>,
  authorIds: readonly string[],
): Promise<{ id: string }> {
  // Blank lines left over from front matter are no part of the text.
  const source = input.source.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  const blocks = blocksWithin(source, format)
  const essayId = newId()
  const revisionId = newId()
  const ids = blocks.map(() => newId())
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
            visibility: input.visibility ?? 'public',
            authors: { create: authorIds.map((personId) => ({ personId })) },
            revisions: { create: { id: revisionId, number: 1, source, format } },
          },
          select: { id: true },
        })
        await tx.paragraph.createMany({ data: ids.map((id) => ({ id, essayId, createdInId: revisionId })) })
        await tx.wording.createMany({
          data: blocks.map((block, index) => wordingRow(block, index, ids[index] ?? '', revisionId)),
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
