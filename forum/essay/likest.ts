import type { Candidate, Comparison } from './candidates'
import { indexOf, lookUp } from './look-up'
import type { Places } from './neighbours'
import { type Bag, commonWeightOfThree, commonWeights, likeness, ratio, type Vocabulary } from './shingles'

/** An old paragraph and how like a new one it is. */
interface Like {
  readonly from: number
  readonly common: number
  readonly similarity: number
}

/** So many of the old paragraphs most like a new one are remembered: of two that were merged, both are, and one stranger. */
const REMEMBERED = 3

/**
 * From half of the lesser share on, two old paragraphs have the same words in common with the new one. Items of a list
 * do; of paragraphs that were merged there each has its own.
 */
const SAME_WORDS = 0.5

/**
 * Adds to every candidate how like its new paragraph is to the likest of all other old ones, those included whose place
 * is certain: words that several old paragraphs share (of a list, a form, a formula) do not say which of them this is.
 * What another has in common with other words of the new one is no rival: both may have been merged there.
 */
export function withLikest(found: readonly Comparison[][], vocabulary: Vocabulary, anchored: Places): Candidate[][] {
  const likest = likestAnchored(vocabulary, anchored)
  found.forEach((list, from) => {
    for (const { to, common, similarity } of list) note(likest[to] as Like[], { from, common, similarity })
  })
  return found.map((list, from) =>
    list.map((comparison) => {
      const others = (likest[comparison.to] as Like[]).filter((other) => other.from !== from)
      return { ...comparison, likestOther: mostAlike(from, comparison, others, vocabulary) }
    }),
  )
}

/** Of every other the likeness to the new paragraph, as far as it rests on the same words as this one's. */
function mostAlike(from: number, { to, common }: Comparison, others: readonly Like[], vocabulary: Vocabulary): number {
  const here = vocabulary.old[from] as Bag
  const there = vocabulary.new[to] as Bag
  let most = 0
  for (const { from: other, common: theirs, similarity } of others) {
    if (similarity <= most) continue
    const rival = vocabulary.old[other] as Bag
    const same = ratio(commonWeightOfThree(here, rival, there, vocabulary.rarity), Math.min(common, theirs))
    most = Math.max(most, similarity * Math.min(1, same / SAME_WORDS))
  }
  return most
}

/** By new paragraph the likest old ones among those that are anchored, which have no candidates of their own. */
function likestAnchored(vocabulary: Vocabulary, { ofOld, ofNew }: Places): Like[][] {
  const { old, new: bags, rarity } = vocabulary
  const index = indexOf(old, rarity, (from) => ofOld[from] !== null)
  return bags.map((bag, to) => {
    const likest: Like[] = []
    if (ofNew[to] !== null) return likest
    const found = lookUp(bag, [], index).map((from) => ({ from, other: old[from] as Bag }))
    const weights = commonWeights(
      bag,
      found.map(({ other }) => other),
      vocabulary,
    )
    found.forEach(({ from, other }, at) => {
      const common = weights[at] ?? 0
      note(likest, { from, common, similarity: likeness(common, other, bag) })
    })
    return likest
  })
}

/** Keeps the likest, the most alike first. */
function note(likest: Like[], like: Like): void {
  if (likest.some(({ from }) => from === like.from)) return
  let at = likest.length
  while (at > 0 && (likest[at - 1] as Like).similarity < like.similarity) at--
  if (at >= REMEMBERED) return
  likest.splice(at, 0, like)
  if (likest.length > REMEMBERED) likest.pop()
}
