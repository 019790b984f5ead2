/** The new index of every old paragraph as far as decided, and the other way round; null where nothing is decided. */
export interface Places {
  readonly ofOld: readonly (number | null)[]
  readonly ofNew: readonly (number | null)[]
}

export function placesOf(ofOld: readonly (number | null)[], newCount: number): Places {
  const ofNew: (number | null)[] = Array.from({ length: newCount }, () => null)
  ofOld.forEach((to, index) => {
    if (to !== null) ofNew[to] = index
  })
  return { ofOld, ofNew }
}

/** The three nearest decided neighbours on each side are asked, each with half the voice of the one before. */
const VOICES = [1, 0.5, 0.25]
/** Further away than ten paragraphs nobody is asked: what stands there may itself have moved. */
const HEARING = 10
/** What a neighbour says that is on the right side, but not as far away as it was. */
const RIGHT_SIDE = 0.5
/** What silence says: neither for nor against. */
const SILENCE = 0.5

/**
 * How well the neighbours speak for old paragraph `from` being new paragraph `to`: 0 (all stand on the wrong side) to 1
 * (all stand exactly as far away as before). The nearest decided paragraphs before and after are asked, in the old text
 * and in the new one. `together` is what a neighbour says that went to the very same paragraph: 0 when one paragraph is
 * to become one, 1 when parts are looked for, since parts that merge were neighbours.
 */
export function support(from: number, to: number, { ofOld, ofNew }: Places, together: 0 | 1 = 0): number {
  const before =
    oneSide(from, to, -1, ofOld, ofNew.length, together) + oneSide(to, from, -1, ofNew, ofOld.length, together)
  const after =
    oneSide(from, to, 1, ofOld, ofNew.length, together) + oneSide(to, from, 1, ofNew, ofOld.length, together)
  return (before + after) / 4
}

function oneSide(
  here: number,
  there: number,
  step: -1 | 1,
  places: readonly (number | null)[],
  otherCount: number,
  together: 0 | 1,
): number {
  let said = 0
  let voices = 0
  let asked = 0
  for (let distance = 1; distance <= HEARING && asked < VOICES.length; distance++) {
    const neighbour = here + step * distance
    const outside = neighbour < 0 || neighbour >= places.length
    const place = outside ? edge(step, otherCount) : places[neighbour]
    if (place === null || place === undefined) continue
    const voice = VOICES[asked++] as number
    const away = (place - there) * step
    voices += voice
    if (away === 0) said += voice * together
    else if (away > 0) said += voice * (RIGHT_SIDE + (1 - RIGHT_SIDE) / (1 + Math.abs(away - distance)))
    if (outside) break
  }
  return voices > 0 ? said / voices : SILENCE
}

/** Both texts begin and end together, so the edge is a neighbour like any other. */
function edge(step: -1 | 1, count: number): number {
  return step < 0 ? -1 : count
}

/**
 * Where an old paragraph should be: at its distance from the nearest decided one before it, at its distance from the
 * nearest after it, and between the two in proportion.
 */
export interface Expectation {
  readonly afterPrevious: number
  readonly beforeNext: number
  readonly between: number
}

export function expectation(index: number, { ofOld, ofNew }: Places): Expectation {
  const [before, placeBefore] = nearestDecided(index, -1, ofOld, ofNew.length)
  const [after, placeAfter] = nearestDecided(index, 1, ofOld, ofNew.length)
  const along = (index - before) / (after - before)
  return {
    afterPrevious: placeBefore + (index - before),
    beforeNext: placeAfter - (after - index),
    between: Math.round(placeBefore + along * (placeAfter - placeBefore)),
  }
}

function nearestDecided(
  index: number,
  step: -1 | 1,
  places: readonly (number | null)[],
  otherCount: number,
): [index: number, place: number] {
  for (let neighbour = index + step; ; neighbour += step) {
    if (neighbour < 0 || neighbour >= places.length) return [neighbour, edge(step, otherCount)]
    const place = places[neighbour] ?? null
    if (place !== null) return [neighbour, place]
  }
}
