/**
 * Where a comment stands in its thread, as text: one segment a level, each of five base-36 digits, so that sorting by it
 * (COLLATE "C") is reading order and a subtree is a prefix. 36^5 = 60 million siblings; the database's CHECK and this
 * constant state the same width.
 */
export const SEGMENT = 5
const LAST = 36 ** SEGMENT - 1

/** @param sequence 1, 2, 3 … among the siblings. @throws RangeError past the last one. */
export function pathUnder(parentPath: string, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST) throw new RangeError(`no segment for ${sequence}`)
  return parentPath + sequence.toString(36).padStart(SEGMENT, '0')
}

/** The paths of all ancestors, the root first, without the comment itself. */
export function ancestorPaths(path: string): string[] {
  const paths: string[] = []
  for (let end = SEGMENT; end < path.length; end += SEGMENT) paths.push(path.slice(0, end))
  return paths
}

/** Of those the root's and the nearest ones: what a reader of the comment needs, however deep it stands. */
export function nearAncestorPaths(path: string, nearest: number): string[] {
  const paths = ancestorPaths(path)
  return paths.length <= nearest + 1 ? paths : [...paths.slice(0, 1), ...paths.slice(-nearest)]
}
