import { AGES, type Figures } from './queries'

/**
 * The same figures as one table of facts for a spreadsheet: which table, of what, which measure, how much. Times are in
 * seconds, moments in UTC (ISO 8601). RFC 4180, names in English whatever the page's language.
 */
export function figuresCsv(figures: Figures): string {
  const facts = [
    ...figures.flow.flatMap(({ from, ...measures }) => factsOf(figures.unit, from, measures)),
    ...figures.ages.map(({ count }, index) => ['open cases', ageOf(index), 'cases', count] as const),
    ...factsOf('all', '', figures.times),
    ...[...figures.reasons, ...figures.rules].flatMap(({ source, code, ...measures }) =>
      factsOf(source === 'rule' ? 'rule' : 'reason', source === 'rule' ? code : `${source}: ${code}`, measures),
    ),
    ...figures.moderators.flatMap(({ handle, ...measures }) => factsOf('moderator', handle, measures)),
  ]
  const rows = [['table', 'of', 'measure', 'value'], ...facts]
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

const factsOf = (table: string, of: string, measures: Record<string, number | null>) =>
  Object.entries(measures).map(([measure, value]) => [table, of, measure, value] as const)

function ageOf(index: number): string {
  const end = AGES[index]
  return end ? `under ${end} h` : `${AGES[index - 1]} h and more`
}

/** A name that a spreadsheet would take for a formula gets a sign before it that says it is text. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
