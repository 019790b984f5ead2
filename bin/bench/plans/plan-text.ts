import type { Plan, Step } from './capture'

/** Tables that grow with the discussion: a page that scans one of them gets slower with every comment. */
const GROWING = new Set([
  'Comment',
  'CommentRevision',
  'CommentEntry',
  'Arrival',
  'Vote',
  'Flag',
  'Case',
  'CaseReason',
  'Decision',
  'DecisionOutcome',
  'Notification',
  'Outbox',
  'LogEntry',
])
/**
 * Twenty comments with their first replies are up to some 600, each looked up with its author, the author's part in the
 * essay and the revision; what reads more than this follows the thread, not the page.
 */
export const MANY_ROWS = 4_000
/** As long as a line of a terminal is useful. */
const LONGEST = 150

/** Rows that were looked at, those thrown away included. */
export function rowsRead(step: Step): number {
  const rows = step['Actual Rows'] + step['Rows Removed by Filter'] + step['Rows Removed by Index Recheck']
  const own = step['Relation Name'] ? rows * step['Actual Loops'] : 0
  return step.Plans.reduce((sum, below) => sum + rowsRead(below), own)
}

export const pagesRead = ({ root }: Plan) => root['Shared Hit Blocks'] + root['Shared Read Blocks']

/** What is wrong with it, in words; empty when nothing is. */
export function objections(plan: Plan, most = MANY_ROWS): string[] {
  const scans = sequentialScans(plan.root).map((table) => `SEQUENTIAL SCAN of ${table}`)
  const read = Math.round(rowsRead(plan.root))
  return read > most ? [...scans, `READS ${read.toLocaleString('en')} ROWS`] : scans
}

function sequentialScans(step: Step): string[] {
  const table = step['Relation Name'] ?? ''
  const own = step['Node Type'].endsWith('Seq Scan') && GROWING.has(table) && step['Actual Loops'] > 0 ? [table] : []
  return [...own, ...step.Plans.flatMap(sequentialScans)]
}

/** The plan as an indented list, with what each step really did. */
export function planLines(step: Step, depth = 0): string[] {
  const indent = '  '.repeat(depth)
  const index = step['Index Name'] ? ` using ${step['Index Name']}` : ''
  const table = step['Relation Name'] ? ` on ${step['Relation Name']}` : ''
  const loops = step['Actual Loops'] === 1 ? '' : ` × ${step['Actual Loops']}`
  const removed = step['Rows Removed by Filter'] ? `, ${step['Rows Removed by Filter']} thrown away` : ''
  const pages = step['Shared Hit Blocks'] + step['Shared Read Blocks']
  const name = step['Subplan Name'] ? `[${step['Subplan Name']}] ` : ''
  const line = `${indent}${name}${step['Node Type']}${index}${table}: ${step['Actual Rows']} rows${loops}${removed}, ${pages} pages`
  const conditions = (['Index Cond', 'Recheck Cond', 'Filter'] as const)
    .filter((key) => step[key])
    .map((key) => `${indent}    ${key}: ${step[key]}`.slice(0, LONGEST))
  return [line, ...conditions, ...step.Plans.flatMap((below) => planLines(below, depth + 1))]
}
