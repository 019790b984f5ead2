import { wordsOf } from './normalise'

/** The words of typographic forms, each form read once and only when it is asked for. */
export class Words {
  private readonly known = new Map<string, string[]>()

  /**
   * How many of a part's words, 0 to 1, are among as many words at the beginning or the end of a whole: where a
   * paragraph stands that was drawn into the one after it or before it.
   */
  atEdge(part: string, whole: string, edge: 'beginning' | 'end'): number {
    const words = this.of(part)
    if (words.length === 0) return 0
    const there = edge === 'beginning' ? this.of(whole).slice(0, words.length) : this.of(whole).slice(-words.length)
    const left = new Map<string, number>()
    for (const word of there) left.set(word, (left.get(word) ?? 0) + 1)
    let found = 0
    for (const word of words) {
      const count = left.get(word) ?? 0
      if (count > 0) found++
      left.set(word, count - 1)
    }
    return found / words.length
  }

  private of(form: string): string[] {
    const known = this.known.get(form) ?? wordsOf(form)
    this.known.set(form, known)
    return known
  }
}
