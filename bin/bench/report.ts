import type { Measured } from './field'
import type { Figures } from './measure-row'
import type { Renewal } from './renewal'
import type { Scripts } from './scripts'
import { number, table } from './table'

/** Prints the two main tables of forums that differ in their `sizes`. Returns how many budgets were exceeded. */
export function printFigures(bare: Figures, measured: Measured[], sizes: 'comments' | 'cases'): number {
  const heads = ['what', sizes, 'req/s', 'web ms', 'PG ms', '× bare Node', 'p50 ms', 'p99 ms', 'bytes', 'gzip']
  const rows = measured.flatMap(({ name, budget, figures }) =>
    figures.map(({ size, figures: one }) => [...line(name, number(size), one), verdict(one, budget.times)]),
  )
  console.log('CPU per request (web process, PostgreSQL), latency of one reader alone')
  console.log(table([...heads, 'budget'], [[...line('bare Node, 30 KB', '', bare), ''], ...rows]))
  const growth = measured.filter(({ figures }) => figures.length > 1).map(growthRow)
  if (growth.length > 0) {
    console.log('\nCost of the large one against the small one (CPU per request, both processes)')
    console.log(table(['what', 'ratio', 'PostgreSQL alone', 'budget'], growth))
  }
  printReasons(measured)
  return [...rows, ...growth].filter((row) => row.at(-1)?.startsWith('EXCEEDED')).length
}

export function printRenewal(comments: number, renewals: Renewal[]): void {
  console.log(`\nFirst byte after a post, ${number(comments)} comments (medians)`)
  const rows = renewals.map(({ page, afterPost, next }) => [page, afterPost.toFixed(1), next.toFixed(1)])
  console.log(table(['page', 'first reader ms', 'next reader ms'], rows))
}

export function printScripts({ files, raw, gzip, brotli }: Scripts): void {
  console.log('\nScripts of the essay page')
  console.log(table(['files', 'bytes', 'gzip', 'brotli'], [[files, raw, gzip, brotli].map(number)]))
}

function line(name: string, comments: string, figures: Figures): string[] {
  const { perSecond, web, postgres, times, p50, p99, bytes, gzip, failed } = figures
  return [
    failed > 0 ? `${name} (${failed} FAILED)` : name,
    comments,
    number(perSecond),
    fixed(web, 3),
    fixed(postgres, 3),
    fixed(times, 1),
    fixed(p50, 2),
    fixed(p99, 2),
    bytes ? number(bytes) : '',
    gzip ? number(gzip) : '',
  ]
}

function growthRow({ name, budget, figures }: Measured): string[] {
  const small = figures.at(0)?.figures
  const large = figures.at(-1)?.figures
  const ratio = divide(large?.times, small?.times)
  return [name, fixed(ratio, 2), fixed(divide(large?.postgres, small?.postgres), 2), judged(ratio, budget.growth)]
}

const verdict = (figures: Figures, times: number) => judged(figures.times, times)

function judged(value: number | null, most: number): string {
  if (value === null) return 'n/a'
  return value > most ? `EXCEEDED: at most ${most}` : `≤ ${most}`
}

function printReasons(measured: Measured[]): void {
  const reasons = new Map<string, string[]>()
  for (const { name, budget } of measured) reasons.set(budget.because, [...(reasons.get(budget.because) ?? []), name])
  console.log('\nWhy these budgets')
  for (const [because, names] of reasons) console.log(`  ${names.join('; ')}:\n    ${because}`)
}

function divide(large: number | null | undefined, small: number | null | undefined): number | null {
  return large === null || large === undefined || !small ? null : large / small
}

const fixed = (value: number | null, digits: number) =>
  value === null || Number.isNaN(value) ? 'n/a' : value.toFixed(digits)
