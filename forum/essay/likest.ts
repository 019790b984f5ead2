import type { Candidate, Comparison } from './candidates'
import { indexOf, lookUp } from './look-up'
import type { Places } from './neighbours'
import { type Bag, commonWeight, likeness, type Vocabulary } from './shingles'

/** Of one new paragraph: the old one most like it, how like it is, and how like the next is. */
interface Likest {
  from: number | null
  most: number
  next: number
}

/**
 * Adds to every candidate how like its new paragraph is to the likest of all other old ones, those included whose place
 * is certain: words that several old paragraphs share (of a list, a form, a formula) do not say which of them this is.
 */
export function withLikest(found: readonly Comparison[][], vocabulary: Vocabulary, anchored: Places): Candidate[][] {
  const likest = likestAnchored(vocabulary, anchored)
  found.forEach((list, from) => {
    for (const { to, similarity } of list) note(likest[to], from, similarity)
  })
  return found.map((list, from) =>
    list.map((comparison) => {
      const there = likest[comparison.to]
      return { ...comparison, likestOther: (there?.from === from ? there.next : there?.most) ?? 0 }
    }),
  )
}

/** By new paragraph the likest old ones among those that are anchored, which have no candidates of their own. */
function likestAnchored({ old, new: bags, rarity }: Vocabulary, { ofOld, ofNew }: Places): Likest[] {
  const index = indexOf(old, rarity, (from) => ofOld[from] !== null)
  return bags.map((bag, to) => {
    const likest: Likest = { from: null, most: 0, next: 0 }
    if (ofNew[to] !== null) return likest
    for (const from of lookUp(bag, [], index)) {
      const other = old[from] as Bag
      note(likest, from, likeness(commonWeight(other, bag, rarity), other, bag))
    }
    return likest
  })
}

function note(likest: Likest | undefined, from: number, similarity: number): void {
  if (!likest || from === likest.from) return
  if (similarity > likest.most) {
    likest.next = likest.most
    likest.most = similarity
    likest.from = from
  } else likest.next = Math.max(likest.next, similarity)
}
