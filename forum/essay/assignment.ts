/** One possible pair: `to` is the column, `gain` is what choosing it is worth. Pairs worth nothing are left out. */
export interface Option {
  readonly to: number
  readonly gain: number
}

/**
 * Chooses at most one column for every row and at most one row for every column so that the sum of the gains is as
 * large as possible; a row may stay alone, which is worth 0. Returns the column of every row, or null.
 *
 * Shortest augmenting paths with potentials (Jonker and Volgenant 1987) on a sparse graph. The rows enter one after
 * the other and ties go to the lower column, so the result is deterministic. Time: rows × options reached × log.
 */
export function assign(options: readonly (readonly Option[])[], columns: number): (number | null)[] {
  const rows = options.length
  // Every row has a column of its own, `columns + row`, that means "alone".
  const width = columns + rows
  const rowOf = new Int32Array(width).fill(-1)
  const columnOf = new Int32Array(rows).fill(-1)
  const price = new Float64Array(width)
  const distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Int32Array(width)
  const settled = new Uint8Array(width)

  for (let start = 0; start < rows; start++) {
    const heap = new Heap()
    const touched: number[] = []
    let row = start
    let rowDistance = 0
    let rowPrice = 0
    let end = -1
    while (end < 0) {
      const reach = (column: number, cost: number) => {
        if (settled[column]) return
        const reached = rowDistance + cost - rowPrice - (price[column] as number)
        if (reached >= (distance[column] as number) - 1e-12) return
        if (distance[column] === Number.POSITIVE_INFINITY) touched.push(column)
        distance[column] = reached
        cameFrom[column] = row
        heap.push(reached, column)
      }
      for (const { to, gain } of options[row] as readonly Option[]) reach(to, -gain)
      reach(columns + row, 0)
      let column = heap.pop()
      while (settled[column]) column = heap.pop()
      settled[column] = 1
      rowDistance = distance[column] as number
      const holder = rowOf[column] as number
      if (holder < 0) end = column
      else {
        row = holder
        rowPrice = costOf(options, columns, row, column) - (price[column] as number)
      }
    }
    for (const column of touched) {
      if (settled[column]) price[column] = (price[column] as number) + (distance[column] as number) - rowDistance
      distance[column] = Number.POSITIVE_INFINITY
      settled[column] = 0
    }
    for (let column = end; ; ) {
      const from = cameFrom[column] as number
      const previous = columnOf[from] as number
      rowOf[column] = from
      columnOf[from] = column
      if (from === start) break
      column = previous
    }
  }
  return Array.from(columnOf, (column) => (column >= 0 && column < columns ? column : null))
}

function costOf(options: readonly (readonly Option[])[], columns: number, row: number, column: number): number {
  if (column === columns + row) return 0
  const option = (options[row] as readonly Option[]).find(({ to }) => to === column)
  return option ? -option.gain : 0
}

/** A binary heap of columns by distance; equal distances come out by the lower column. */
class Heap {
  private readonly keys: number[] = []
  private readonly columns: number[] = []

  push(key: number, column: number): void {
    let at = this.keys.length
    this.keys.push(key)
    this.columns.push(column)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.before(at, parent)) break
      this.swap(at, parent)
      at = parent
    }
  }

  /** The nearest column; never called on an empty heap, because "alone" is always within reach. */
  pop(): number {
    const top = this.columns[0] as number
    const lastKey = this.keys.pop() as number
    const lastColumn = this.columns.pop() as number
    if (this.keys.length > 0) {
      this.keys[0] = lastKey
      this.columns[0] = lastColumn
      let at = 0
      for (;;) {
        let least = at
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < this.keys.length && this.before(child, least)) least = child
        }
        if (least === at) break
        this.swap(at, least)
        at = least
      }
    }
    return top
  }

  private before(a: number, b: number): boolean {
    const keyA = this.keys[a] as number
    const keyB = this.keys[b] as number
    return keyA < keyB || (keyA === keyB && (this.columns[a] as number) < (this.columns[b] as number))
  }

  private swap(a: number, b: number): void {
    const key = this.keys[a] as number
    const column = this.columns[a] as number
    this.keys[a] = this.keys[b] as number
    this.columns[a] = this.columns[b] as number
    this.keys[b] = key
    this.columns[b] = column
  }
}
