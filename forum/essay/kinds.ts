import type { AlignedParagraph, Alignment, AlignmentKind } from './align'
import { inOrder } from './order'

/** Names what became of every old paragraph once its places are known, and which new ones come from none. */
export function nameKinds(
  old: readonly Omit<AlignedParagraph, 'kind'>[],
  newCount: number,
  isSame: (from: number, index: number) => boolean,
): Alignment {
  const homes = old.map(({ index }) => index)
  const ordered = inOrder(homes)
  const isShared = sharedPlaces(homes, newCount)
  const named = old.map((place, from): AlignedParagraph => {
    const { index, all } = place
    if (index === null) return { ...place, kind: 'removed' }
    let kind: AlignmentKind = isSame(from, index) ? 'kept' : 'edited'
    if (all.length > 1) kind = 'split'
    else if (isShared[index]) kind = 'merged'
    else if (!ordered[from]) kind = 'moved'
    return { ...place, kind }
  })
  const settled = new Set(named.flatMap(({ all }) => all))
  return { old: named, inserted: Array.from({ length: newCount }, (_, index) => index).filter((i) => !settled.has(i)) }
}

function sharedPlaces(homes: readonly (number | null)[], newCount: number): boolean[] {
  const inhabitants = new Int32Array(newCount)
  for (const home of homes) if (home !== null) inhabitants[home] = (inhabitants[home] as number) + 1
  return Array.from(inhabitants, (count) => count > 1)
}
