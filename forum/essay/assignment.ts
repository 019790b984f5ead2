import { Heap } from './heap'

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
  return solve(options, columns).assigned()
}

/**
 * What every row's choice is worth: by how much the largest sum falls when this one choice is forbidden, whatever else
 * would have to move aside for that. `radius` where it would fall by more than that.
 */
export function regrets(options: readonly (readonly Option[])[], columns: number, radius: number): number[] {
  const search = solve(options, columns)
  return options.map((_, row) => search.regret(row, radius))
}

function solve(options: readonly (readonly Option[])[], columns: number): Search {
  const search = new Search(options, columns)
  for (let row = 0; row < options.length; row++) search.place(row)
  return search
}

/**
 * A way that has not come out among so many columns leads through a refrain that stands hundreds of times. What it has
 * cost so far is taken, which is too little rather than too much.
 */
const MOST_VISITS = 200

class Search {
  readonly columnOf: Int32Array
  private readonly rowOf: Int32Array
  private readonly price: Float64Array
  private readonly distance: Float64Array
  private readonly cameFrom: Int32Array
  private readonly settled: Uint8Array
  private touched: number[] = []
  private heap = new Heap()
  private wanted: { row: number; gain: number }[][] | undefined

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
      this.leave(row, base, -1)
      const column = this.nearest()
      distance = this.distance[column] as number
      const holder = this.rowOf[column] as number
      if (holder < 0) {
        this.reprice(distance)
        this.moveAside(start, column)
        return
      }
      row = holder
      base = distance - this.worthOf(row, column)
    }
  }

  assigned(): (number | null)[] {
    return Array.from(this.columnOf, (column) => (column < this.columns ? column : null))
  }

  /**
   * How much dearer it is to forbid a row its column. Its shortest way either runs round until another row takes the
   * forbidden column, or out to a free one; then the forbidden one is left to whoever gains most by it.
   */
  regret(start: number, radius: number): number {
    const own = this.columnOf[start] as number
    const left = this.priceOfLeaving(own)
    let least = radius
    this.leave(start, -this.worthOf(start, own), own)
    let visits = 0
    for (let column = this.nearest(); column >= 0; column = this.nearest()) {
      const distance = this.distance[column] as number
      if (distance >= least) break
      if (++visits > MOST_VISITS) {
        least = distance
        break
      }
      const holder = this.rowOf[column] as number
      if (column === own) least = distance
      else if (holder < 0) least = Math.min(least, distance + left)
      else this.leave(holder, distance - this.worthOf(holder, column), -1)
    }
    this.forget()
    return Math.max(0, least)
  }

  /** What it costs that a column stays empty, or is filled by rows that move up and leave a cheaper one empty. */
  private priceOfLeaving(own: number): number {
    let least = -(this.price[own] as number)
    if (least === 0) return 0
    this.reach(own, -1, this.price[own] as number)
    for (let column = this.nearest(); column >= 0; column = this.nearest()) {
      const distance = this.distance[column] as number
      if (distance >= least) break
      least = Math.min(least, distance - (this.price[column] as number))
      for (const { row, gain } of this.wantedBy(column)) {
        const held = this.columnOf[row] as number
        if (held === column) continue
        const way = distance - gain - (this.price[column] as number) - this.worthOf(row, held)
        this.reach(held, row, way + (this.price[held] as number))
      }
    }
    this.forget()
    return least
  }

  private leave(row: number, base: number, forbidden: number): void {
    for (const { to, gain } of this.options[row] as readonly Option[]) {
      if (to !== forbidden) this.reach(to, row, base - gain)
    }
    if (this.columns + row !== forbidden) this.reach(this.columns + row, row, base)
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
    while (column >= 0 && this.settled[column]) column = this.heap.pop()
    if (column >= 0) this.settled[column] = 1
    return column
  }

  private reprice(distance: number): void {
    for (const column of this.touched) {
      if (this.settled[column]) {
        this.price[column] = (this.price[column] as number) + (this.distance[column] as number) - distance
      }
    }
    this.forget()
  }

  private forget(): void {
    for (const column of this.touched) {
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

  /** The potential of a row that holds a column. */
  private worthOf(row: number, column: number): number {
    const chosen = (this.options[row] as readonly Option[]).find(({ to }) => to === column)
    return -(chosen?.gain ?? 0) - (this.price[column] as number)
  }

  private wantedBy(column: number): readonly { row: number; gain: number }[] {
    this.wanted ??= this.rowsByColumn()
    return this.wanted[column] ?? []
  }

  private rowsByColumn(): { row: number; gain: number }[][] {
    const rows: { row: number; gain: number }[][] = []
    this.options.forEach((list, row) => {
      for (const { to, gain } of list) {
        const there = rows[to]
        if (there) there.push({ row, gain })
        else rows[to] = [{ row, gain }]
      }
    })
    return rows
  }
}
