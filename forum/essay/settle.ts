import { assign, type Option } from './assignment'
import type { Candidate } from './candidates'
import { wholeOdds } from './evidence'
import { expectation, type Places, placesOf, support } from './neighbours'

/** Ordinary texts settle in two rounds, and a fourth changes nothing on the samples; a bound, for texts of refrains. */
const MOST_ROUNDS = 3

/**
 * Of equals, such as the lines of one sentence repeated, those stay in order that stand near the place expected between
 * the decided neighbours. It only breaks ties: a fiftieth at most, fading out over fifty paragraphs.
 */
const TIE = 0.02
const TIE_REACH = 50

/** More than all other evidence together: an anchor is never given up. */
const CERTAIN = 1000

/** Assigns all paragraphs at once, and again with what the neighbours say then, until nothing changes. */
export function settle(
  candidates: readonly Candidate[][],
  anchors: readonly (number | null)[],
  newCount: number,
): Places {
  let places = placesOf(anchors, newCount)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = places
    places = placesOf(assign(optionsOf(candidates, anchors, before), newCount), newCount)
    if (places.ofOld.every((to, from) => to === before.ofOld[from])) break
  }
  return places
}

/** What every old paragraph may become, given where its neighbours are: all that is worth more than `floor` log-odds. */
export function optionsOf(
  candidates: readonly Candidate[][],
  anchors: readonly (number | null)[],
  places: Places,
  floor = 0,
): Option[][] {
  return candidates.map((list, from) => {
    const anchor = anchors[from] ?? null
    if (anchor !== null) return [{ to: anchor, gain: CERTAIN }]
    const { between } = expectation(from, places)
    const options: Option[] = []
    for (const found of list) {
      const odds = wholeOdds(found, support(from, found.to, places))
      const nearness = Math.max(0, 1 - Math.abs(found.to - between) / TIE_REACH)
      if (odds > floor) options.push({ to: found.to, gain: odds + TIE * nearness })
    }
    return options
  })
}
