import type { Candidate } from './candidates'

/**
 * Evidence is counted in log-odds: 0 is the floor between "this is the paragraph" and "leave the thread alone", and
 * independent pieces of evidence add up. The floors and slopes were set on the alignment samples and on made-up edits;
 * docs/alignment.md has the figures for smaller and larger values.
 */

/** Keeps the logit of 0 and 1 finite: no overlap of words is worth more than about ±4. */
const SOFTENING = 0.02

/** An identical wording beats one that differs in markup or a stray letter when the neighbours are of two minds. */
const IDENTICAL = 1

/**
 * With all neighbours in favour a fifth of the weight in common is enough (similarity 0.20), with the neighbours
 * undecided four tenths are asked for (0.40), with all against it six tenths (0.63).
 */
const NEIGHBOURS_ON_WHOLE = 1.8
const FLOOR = 0.5

/**
 * That a short text is found inside a long one is common by chance, so for a part the neighbours weigh more, and
 * the shorter the part, the less it says: 50 is the weight of about fifteen shingles, two or three words.
 */
const NEIGHBOURS_ON_PART = 3
const NEIGHBOURS_ASKED_OF_PART = 0.9
const WEIGHT_OF_A_PHRASE = 50

/** A whole that is only a part of the other must be clearer than a part whose remainder has been found too. */
const PART_ALONE = 0.75

function logit(share: number): number {
  return Math.log((share + SOFTENING) / (1 - share + SOFTENING))
}

/**
 * Log-odds that an old paragraph as a whole became the new one. Either both are alike, or one is contained in the other
 * (a heading drawn into its paragraph, a paragraph cut to one sentence). Containment alone never counts for more than
 * half the words in common would: a sentence quoted elsewhere must not beat the edited original.
 */
export function wholeOdds(candidate: Candidate, heard: number): number {
  const place = NEIGHBOURS_ON_WHOLE * heard - FLOOR
  const alike = logit(candidate.similarity) + (candidate.exact ? IDENTICAL : 0) + place
  const contained = Math.max(candidate.oldFound, candidate.newFound)
  return Math.max(alike, Math.min(place, partOdds(contained, heard, candidate.lesserWeight) - PART_ALONE))
}

/** Log-odds that a text of this weight, of which this share was found in another, is a part of it. */
export function partOdds(share: number, heard: number, weight: number): number {
  if (weight === 0) return Number.NEGATIVE_INFINITY
  return logit(share) + NEIGHBOURS_ON_PART * (heard - NEIGHBOURS_ASKED_OF_PART) - WEIGHT_OF_A_PHRASE / weight
}
