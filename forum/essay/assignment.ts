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
  const search = new Search(options, columns)
  for (let row = 0; row < options.length; row++) search.place(row)
  return Array.from(search.columnOf, (column) => (column < columns ? column : null))
}

class Search {
  readonly columnOf: Int32Array
  private readonly rowOf: Int32Array
  private readonly price: Float64Array
  private readonly distance: Float64Array
  private readonly cameFrom: Int32Array
  private readonly settled: Uint8Array
  private touched: number[] = []
  private heap = new Heap()

  constructor(
    private readonly options: readonly (readonly Option[])[],
    private readonly columns: number,
  ) {
    // Every row has a column of its own, `columns + row`, that means "alone".
    const width = columns + options.length
    this.columnOf = new Int32Array(options.length).fill(-1)
    this.rowOf = new Int32Array(width).fill(-1)
    this.price = new Float64Array(width)
    this.distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
    this.cameFrom = new Int32Array(width)
    this.settled = new Uint8Array(width)
  }

  /** Gives one more row its column; the rows before it move aside when that is worth more in all. */
  place(start: number): void {
    let row = start
    let distance = 0
    let base = 0
    for (;;) {
      for (const { to, gain } of this.options[row] as readonly Option[]) this.reach(to, row, base - gain)
      this.reach(this.columns + row, row, base)
      const column = this.nearest()
      distance = this.distance[column] as number
      const holder = this.rowOf[column] as number
      if (holder < 0) {
        this.reprice(distance)
        this.moveAside(start, column)
        return
      }
      row = holder
      base = distance - this.costOf(row, column) + (this.price[column] as number)
    }
  }

  private reach(column: number, row: number, way: number): void {
    if (this.settled[column]) return
    const distance = way - (this.price[column] as number)
    const known = this.distance[column] as number
    // Sums in another order differ in the last digits; such a difference is not a shorter way.
    if (distance >= known - 1e-12) return
    if (known === Number.POSITIVE_INFINITY) this.touched.push(column)
    this.distance[column] = distance
    this.cameFrom[column] = row
    this.heap.push(distance, column)
  }

  private nearest(): number {
    let column = this.heap.pop()
    while (this.settled[column]) column = this.heap.pop()
    this.settled[column] = 1
    return column
  }

  private reprice(distance: number): void {
    for (const column of this.touched) {
      if (this.settled[column]) {
        this.price[column] = (this.price[column] as number) + (this.distance[column] as number) - distance
      }
      this.distance[column] = Number.POSITIVE_INFINITY
      this.settled[column] = 0
    }
    this.touched = []
    this.heap = new Heap()
  }

  private moveAside(start: number, end: number): void {
    for (let column = end; ; ) {
      const row = this.cameFrom[column] as number
      const before = this.columnOf[row] as number
      this.rowOf[column] = row
      this.columnOf[row] = column
      if (row === start) return
      column = before
    }
  }

  private costOf(row: number, column: number): number {
    for (const { to, gain } of this.options[row] as readonly Option[]) if (to === column) return -gain
    return 0
  }
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
        const left = 2 * at + 1
        if (left < this.keys.length && this.before(left, least)) least = left
        if (left + 1 < this.keys.length && this.before(left + 1, least)) least = left + 1
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
