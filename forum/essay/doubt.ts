import { type Option, regrets } from './assignment'
import type { Candidate } from './candidates'
import type { Places } from './neighbours'
import type { Part } from './parts'
import { optionsOf } from './settle'

/**
 * All in log-odds. A place taken although having none was almost as likely, or left although taking it was, is a
 * person's: up to about two to one.
 */
const CLOSE_TO_NOTHING = 0.6

/**
 * So is a place that another paragraph would have had, or that another place would have beaten, by less than three or
 * four to one. Ordinary texts have few rivals this near, so twice the margin costs almost no questions.
 */
const CLOSE_TO_RIVAL = 1.25

/**
 * That a paragraph was drawn into another is believed unasked only at seven to one: the words of a heading stand in its
 * section anyway. That it was not, when it has no place, up to two to one.
 */
const CLOSE_TO_MERGED = 2
const CLOSE_TO_MERGE = 0.75

/** Margins differ in the last digits, and by the tie-break among equals; less is no rival. */
const ANOTHER = 0.1

/** What has been decided, and on what. `anchors` are never doubted. */
export interface Decided {
  readonly candidates: readonly Candidate[][]
  readonly anchors: readonly (number | null)[]
  readonly places: Places
  /** Into what every old paragraph could have been drawn, the likeliest first, and into what it was. */
  readonly merges: readonly Part[][]
  readonly merged: readonly (Part | null)[]
  readonly splits: readonly Part[][]
}

/**
 * For every old paragraph whether its place was a close call: against having none, against the places of others (when
 * one is forbidden, several may have to change theirs), and against having been merged.
 */
export function findDoubts(decided: Decided): boolean[] {
  const { candidates, anchors, places, merges, merged, splits } = decided
  const options = optionsOf(candidates, anchors, places, -CLOSE_TO_NOTHING).map((list, from) =>
    // On which piece of a split paragraph the thread stays is no question of right and wrong, and neither is which of
    // the merged ones counts as the one that the others were drawn into.
    list.filter(
      ({ to }) => merged[from]?.to !== to && !splits[from]?.some((piece) => piece.to === to && piece.odds > 0),
    ),
  )
  const margins = regrets(options, places.ofNew.length, CLOSE_TO_RIVAL)
  return options.map((list, from) => {
    if (anchors[from] !== null) return false
    const home = places.ofOld[from] ?? null
    const own = home === null ? 0 : gainOf(list, home)
    const [merge, next] = merges[from] ?? []
    const drawnIn = merged[from]
    if (drawnIn) {
      return drawnIn.odds < CLOSE_TO_MERGED || (next !== undefined && drawnIn.odds - next.odds < CLOSE_TO_RIVAL)
    }
    const margin = margins[from] as number
    if (margin < CLOSE_TO_NOTHING || (margin < CLOSE_TO_RIVAL && margin < own - ANOTHER)) return true
    return merge !== undefined && own - merge.odds < CLOSE_TO_MERGE
  })
}

function gainOf(options: readonly Option[], place: number): number {
  return options.find(({ to }) => to === place)?.gain ?? 0
}
