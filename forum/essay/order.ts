/**
 * Which paragraphs kept their order: the longest sequence of places that never runs backwards (patience sorting,
 * Fredman 1975). The others are the fewest that must have been moved. Null (no place) is never in order.
 */
export function inOrder(places: readonly (number | null)[]): boolean[] {
  const ends: number[] = []
  const previous: number[] = []
  places.forEach((place, index) => {
    if (place === null) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] as number] as number) <= place) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] as number) : -1
    ends[low] = index
  })
  const kept = places.map(() => false)
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) kept[index] = true
  return kept
}
