import type { Compared } from '@/forum/essay/compare'

export type Folded = { unchanged: Compared[] } | { changed: Compared & { kind: Exclude<Compared['kind'], 'same'> } }

/** Rows in their order, those that did not change taken together. */
export function fold(rows: readonly Compared[]): Folded[] {
  const folded: Folded[] = []
  for (const row of rows) {
    const { kind } = row
    const last = folded.at(-1)
    if (kind !== 'same') folded.push({ changed: { ...row, kind } })
    else if (last && 'unchanged' in last) last.unchanged.push(row)
    else folded.push({ unchanged: [row] })
  }
  return folded
}
