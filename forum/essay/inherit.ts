import type { Alignment, AlignmentKind } from './align'

export type LineageRow = {
  fromId: string
  toId: string | null
  kind: AlignmentKind | 'restored'
  /** 0 to 1; null when a person decided. */
  score: number | null
}

export type Inheritance = {
  /** The identity of every new paragraph, in order. */
  ids: string[]
  created: string[]
  retired: string[]
  restored: string[]
  /** What became of each old paragraph, in order. */
  fates: AlignmentKind[]
  lineage: LineageRow[]
}

/**
 * Who is who after a revision: turns an alignment into identities. A paragraph keeps its id where its thread belongs;
 * of several that were merged the one that a person put there keeps it, else the one with the most words there; the
 * others retire and point to it; the other pieces of a split one are new. Pure: `newId` makes the ids.
 * @param old the paragraphs of the old revision, with the length of their text
 * @param returning new index → a retired paragraph whose words stand there again
 * @param decided the old paragraphs whose place a person decided
 */
export function inherit(
  old: readonly { id: string; length: number }[],
  newCount: number,
  alignment: Alignment,
  returning: ReadonlyMap<number, string>,
  newId: () => string,
  decided: ReadonlySet<number> = new Set(),
): Inheritance {
  const heirs = findHeirs(old, alignment, decided)
  const made: Inheritance = {
    ids: [],
    created: [],
    retired: [],
    restored: [],
    fates: alignment.old.map(({ kind }) => kind),
    lineage: [],
  }
  for (let index = 0; index < newCount; index++) {
    const heir = heirs.get(index)
    const back = heir === undefined ? returning.get(index) : undefined
    const id = (heir === undefined ? back : old[heir]?.id) ?? newId()
    made.ids.push(id)
    if (back !== undefined) {
      made.restored.push(back)
      made.lineage.push({ fromId: back, toId: back, kind: 'restored', score: 1 })
    } else if (heir === undefined) made.created.push(id)
  }
  alignment.old.forEach(({ kind, index, all, score: computed }, from) => {
    const fromId = old[from]?.id
    if (fromId === undefined) return
    const score = decided.has(from) ? null : computed
    const places = kind === 'split' ? all : index === null ? [] : [index]
    for (const place of places) made.lineage.push({ fromId, toId: made.ids[place] ?? null, kind, score })
    if (places.length === 0) made.lineage.push({ fromId, toId: null, kind, score })
    if (index === null || heirs.get(index) !== from) made.retired.push(fromId)
  })
  return made
}

/** New index → the old paragraph that keeps its id there. */
function findHeirs(
  old: readonly { length: number }[],
  alignment: Alignment,
  decided: ReadonlySet<number>,
): Map<number, number> {
  const heirs = new Map<number, number>()
  const claim = (from: number) =>
    decided.has(from) ? Number.POSITIVE_INFINITY : (old[from]?.length ?? 0) * (alignment.old[from]?.score ?? 0)
  alignment.old.forEach(({ index }, from) => {
    if (index === null) return
    const rival = heirs.get(index)
    if (rival === undefined || claim(from) > claim(rival)) heirs.set(index, from)
  })
  return heirs
}
