import { z } from 'zod'
import type { AlignedParagraph, Alignment } from './align'
import type { Block } from './blocks'
import { nameKinds } from './kinds'
import { typographicForm } from './normalise'
import { hashWording } from './wording-hash'

/**
 * What an author decided about the thread of an old paragraph: it belongs to a new one, or nowhere. The new one is named by
 * its words as well as by its number, so that the decision holds while the draft is still being written above it.
 */
const Fate = z.union([
  z.strictObject({ to: z.number().int().min(1), hash: z.string().length(64) }),
  z.strictObject({ retire: z.literal(true) }),
])
export type Fate = z.infer<typeof Fate>

/** By the id of the old paragraph. */
export const Fates = z.record(z.uuid(), Fate)
export type Fates = z.infer<typeof Fates>

/** The new index a decision names, or null when its words are not in the text any more, or stand there twice. */
function placeOf(fate: Extract<Fate, { to: number }>, hashes: readonly string[]): number | null {
  if (hashes[fate.to - 1] === fate.hash) return fate.to - 1
  const places = hashes.flatMap((hash, index) => (hash === fate.hash ? [index] : []))
  return places.length === 1 ? (places[0] ?? null) : null
}

/** An alignment with a person's decisions in it. `decided`: the old paragraphs whose decision could be kept. */
export function decide(
  alignment: Alignment,
  old: readonly { id: string; text: string }[],
  blocks: readonly Block[],
  fates: Fates,
): { alignment: Alignment; decided: ReadonlySet<number> } {
  const decided = new Set<number>()
  const hashes = Object.keys(fates).length > 0 ? blocks.map(({ text }) => hashWording(text)) : []
  const places = alignment.old.map((found, from): AlignedParagraph => {
    const fate = fates[old[from]?.id ?? '']
    if (fate === undefined) return found
    if ('retire' in fate) {
      decided.add(from)
      return { ...found, index: null, all: [], score: 0, needsPerson: false }
    }
    const index = placeOf(fate, hashes)
    if (index === null) return found
    decided.add(from)
    return { ...found, index, all: found.all.includes(index) ? found.all : [index], needsPerson: false }
  })
  if (decided.size === 0) return { alignment, decided }
  const oldForms = old.map(({ text }) => typographicForm(text))
  const newForms = blocks.map(({ text }) => typographicForm(text))
  return { alignment: nameKinds(places, blocks.length, (from, to) => oldForms[from] === newForms[to]), decided }
}
