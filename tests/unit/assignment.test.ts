import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign, type Option, regrets } from '@/forum/essay/assignment'

const COLUMNS = 5
/** More than all gains of a small table together, so that whoever has it is served first. */
const BEFORE_ALL_OTHERS = 1000

// Thousandths, so that sums of them have one winner as a rule.
const gain = fc.integer({ min: -1000, max: 3000 }).map((thousandths) => thousandths / 1000)
const row = fc
  .uniqueArray(fc.record({ to: fc.nat(COLUMNS - 1), gain }), { selector: ({ to }) => to, maxLength: COLUMNS })
  .map((options) => options.toSorted((a, b) => a.to - b.to))
const table = fc.array(row, { maxLength: 6 })

const gainAt = (options: readonly Option[], to: number | null) =>
  to === null ? 0 : (options.find((option) => option.to === to)?.gain ?? Number.NaN)
const total = (options: readonly (readonly Option[])[]) =>
  assign(options, COLUMNS).reduce<number>((sum, to, at) => sum + gainAt(options[at] ?? [], to), 0)

/** The largest sum when a row has to choose otherwise, by solving the whole table again. */
function totalWithout(options: readonly Option[][], at: number, chosen: number | null): number {
  const own = options[at] ?? []
  if (chosen !== null) {
    return total(
      options.with(
        at,
        own.filter(({ to }) => to !== chosen),
      ),
    )
  }
  if (own.length === 0) return Number.NEGATIVE_INFINITY
  const forced = own.map((option) => ({ ...option, gain: option.gain + BEFORE_ALL_OTHERS }))
  return total(options.with(at, forced)) - BEFORE_ALL_OTHERS
}

test('the regret of a choice is what the best sum loses when this one choice is forbidden', () => {
  fc.assert(
    fc.property(table, (options) => {
      const best = total(options)
      const found = regrets(options, COLUMNS, 10)
      assign(options, COLUMNS).forEach((chosen, at) => {
        expect(found[at]).toBeCloseTo(Math.min(10, best - totalWithout(options, at, chosen)), 6)
      })
    }),
    { numRuns: 500 },
  )
})

test('no regret is larger than the radius that was asked for', () => {
  fc.assert(
    fc.property(table, (options) => {
      const far = regrets(options, COLUMNS, 10)
      expect(regrets(options, COLUMNS, 0.5)).toEqual(far.map((regret) => Math.min(0.5, regret)))
    }),
  )
})
