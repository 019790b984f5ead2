import type { Candidate } from './candidates'
import { wholeOdds } from './evidence'
import { type Places, support } from './neighbours'
import type { Part } from './parts'

/** log-odds; see doubtOf in align */
export function marginsOf(
  candidates: readonly Candidate[][],
  places: Places,
  anchors: readonly (number | null)[],
  merges: readonly Part[][],
  splits: readonly Part[][],
): any[] {
  const gains = candidates.map(
    (list, from) => new Map(list.map((c) => [c.to, wholeOdds(c, support(from, c.to, places))])),
  )
  const gain = (from: number, to: number | null) =>
    to === null ? 0 : (gains[from]?.get(to) ?? Number.NEGATIVE_INFINITY)
  return candidates.map((list, from) => {
    if (anchors[from] !== null) return { margin: 99, why: '' }
    const home = places.ofOld[from] ?? null
    const mine = gain(from, home)
    const merge = merges[from]?.[0]
    const merged = home === null && merge !== undefined && merge.odds > 0
    let margin = home === null ? Number.POSITIVE_INFINITY : mine
    let why = home === null ? '-' : 'low'
    if (merged) {
      margin = merge.odds
      why = 'merged'
    } else if (merge && mine - merge.odds < margin) {
      margin = mine - merge.odds
      why = 'merge?'
    }
    for (const { to } of list) {
      if (to === home || splits[from]?.some((piece) => piece.to === to && piece.odds > 0)) continue
      const rival = places.ofNew[to] ?? null
      if (rival !== null && anchors[rival] !== null) continue
      let loss = mine - gain(from, to)
      if (rival !== null) {
        if (merged && merge.to === to) continue
        loss += gain(rival, to) - Math.max(0, home === null ? 0 : gain(rival, home))
      }
      if (loss < margin) {
        margin = loss
        why =
          home === null
            ? rival === null
              ? 'gone/free'
              : 'gone/claimed'
            : rival === null
              ? 'rival/free'
              : 'rival/claimed'
      }
    }
    return { margin, why }
  })
}
