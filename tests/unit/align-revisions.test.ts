import { describe, expect, test } from 'vitest'
import { align } from '@/forum/essay/align'
import { reviseMadeUpText } from '../support/made-up-revision'

const REVISIONS = 150

/** What became of the threads of many made-up revisions, as shares of all their old paragraphs. */
function measure() {
  const sum = { all: 0, right: 0, wrong: 0, asked: 0, wrongAndAsked: 0 }
  for (let seed = 0; seed < REVISIONS; seed++) {
    const revision = reviseMadeUpText(seed)
    align(revision.old, revision.new).old.forEach(({ index, needsPerson }, from) => {
      const home = revision.truth[from] ?? []
      const alsoRight = revision.alsoRight[from] ?? []
      const detached = index === null
      const wrong = !detached && !home.includes(index) && !alsoRight.includes(index)
      sum.all++
      if (wrong) sum.wrong++
      else if (!detached || home.length === 0) sum.right++
      if (needsPerson) sum.asked++
      if (wrong && needsPerson) sum.wrongAndAsked++
    })
  }
  return {
    right: sum.right / sum.all,
    wrong: sum.wrong / sum.all,
    asked: sum.asked / sum.all,
    wrongAndAsked: sum.wrongAndAsked / sum.wrong,
  }
}

// Texts made to be harder than an author's: half of the paragraphs are changed, every twelfth is deleted, one in four
// has the form of another, and nothing is left that a reader would call the sense. The bounds are a little wider than
// what was measured; docs/alignment.md has the figures of real texts.
describe('on made-up revisions with a known truth', () => {
  const measured = measure()

  test('at least 99 threads of 100 keep their paragraph, or are rightly detached', () => {
    expect(measured.right).toBeGreaterThan(0.99)
  })

  test('at most four of 1,000 stand under a wrong one', () => {
    expect(measured.wrong).toBeLessThan(0.004)
  })

  test('a person is asked about four of five of these, and about few paragraphs in all', () => {
    expect(measured.wrongAndAsked).toBeGreaterThan(0.8)
    expect(measured.asked).toBeLessThan(0.05)
  })
})
