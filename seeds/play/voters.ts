import { createHash } from 'node:crypto'

/**
 * Who votes for a comment: the same people every time, most comments few and some many, and nothing to do with its age,
 * so that "best" is another order than "newest".
 */
export function votersOf(key: string, people: readonly string[], author: string): string[] {
  // Squared: half of all comments get less than a quarter of the possible votes.
  const popularity = (draw(key) ** 2 * people.length) / 2
  return people
    .filter((person) => person !== author)
    .sort((a, b) => draw(`${key} ${a}`) - draw(`${key} ${b}`))
    .slice(0, Math.floor(popularity))
}

/** A number from 0 to 1 that depends on the text alone. */
function draw(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
}
