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

/**
 * A heading drawn into its paragraph stands at the beginning of it, where even one word says much. That its words stand
 * somewhere inside says little, since they do so in most sections.
 */
const PHRASE_AT_EDGE = 12
const PHRASE_INSIDE = 100

/** A whole that is only a part of the other must be clearer than a part whose remainder has been found too. */
const PART_ALONE = 0.75

/**
 * The old paragraph should be more like the new one than every other old paragraph is, by half a log-odd; what is
 * missing is taken off, since a new item of a list is like all the items of the list and comes from none of them. One
 * log-odd at most: whatever the words say, good neighbours can outvote it.
 */
const DISTINCTION = 0.5
const INDISTINCT_AT_MOST = 1

export function logit(share: number): number {
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
  const part = partOdds(contained, heard, candidate.lesserWeight) - PART_ALONE
  return Math.max(alike, Math.min(place, part)) - indistinction(candidate)
}

/** What is taken off because another old paragraph is as like the new one. */
function indistinction({ similarity, likestOther, exact }: Candidate): number {
  const lead = logit(similarity) - logit(likestOther)
  return exact ? 0 : Math.min(INDISTINCT_AT_MOST, Math.max(0, DISTINCTION - lead))
}

/**
 * Log-odds that a text of this weight, of which this share was found in another, is a part of it.
 * @param phrase the weight that says nothing yet
 */
export function partOdds(share: number, heard: number, weight: number, phrase = WEIGHT_OF_A_PHRASE): number {
  if (weight === 0) return Number.NEGATIVE_INFINITY
  return logit(share) + NEIGHBOURS_ON_PART * (heard - NEIGHBOURS_ASKED_OF_PART) - phrase / weight
}

/** The same of a text that was drawn into its neighbour; `atEdge` is the share of its words that stand at the edge. */
export function mergeOdds(share: number, heard: number, weight: number, atEdge: number): number {
  return partOdds(share, heard, weight, PHRASE_AT_EDGE * atEdge + PHRASE_INSIDE * (1 - atEdge))
}
