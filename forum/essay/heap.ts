/** A binary heap of columns by distance; equal distances come out by the lower column. */
export class Heap {
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

  /** The nearest column, or -1 when there is none left. */
  pop(): number {
    if (this.columns.length === 0) return -1
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
