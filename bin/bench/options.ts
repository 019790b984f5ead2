import { parseArgs } from 'node:util'
import { Halt } from '../halt.mjs'

export type Options = {
  quick: boolean
  /** Numbers of comments in the thread, ascending; every other one is compared with the first. */
  sizes: number[]
  plans: boolean
  streams: boolean
  deletion: boolean
  desk: boolean
  strict: boolean
  /** Only rows whose name has it. */
  only: string | undefined
}

/** The size that the others are compared with. */
export const SMALL = 1_000
const LARGE = 100_000
const MOST = 1_000_000

const usage = `Usage: npm run bench [-- --quick] [-- --comments N[,N…]] [-- --only TEXT] [-- --plans] [-- --streams] [-- --deletion] [-- --desk] [-- --strict]

  --quick        one short round each: to see that everything runs, not to compare
  --comments N   threads of so many comments beside one of ${SMALL} (default ${LARGE}, at most ${MOST}), e.g. 10000,1000000
  --only TEXT    only rows whose name has this in it, e.g. API
  --plans        instead of measuring: how PostgreSQL runs every query of the reading and moderating pages at N comments
  --streams      instead of measuring pages: what 2,000 readers who listen for new comments cost one server (Linux)
  --deletion     instead: how long readers wait while the author of half of N comments leaves with all of them
  --desk         instead: what the moderators' pages cost with 100,000 cases, and a rule's rehearsal over N comments
  --strict       exit code 1 when a budget is exceeded`

export function readOptions(args: string[]): Options {
  const { quick, comments, plans, streams, deletion, desk, strict, only } = parse(args)
  const asked = comments === undefined ? [LARGE] : comments.split(',').map(Number)
  if (!asked.every((size) => Number.isInteger(size) && size >= SMALL && size <= MOST))
    throw new Halt(`--comments takes whole numbers from ${SMALL} to ${MOST}.`)
  const sizes = [...new Set([SMALL, ...asked])].sort((a, b) => a - b)
  return { quick, plans, streams, deletion, desk, strict, only, sizes }
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    const text = { type: 'string' } as const
    const options = {
      quick: flag,
      plans: flag,
      streams: flag,
      deletion: flag,
      desk: flag,
      strict: flag,
      comments: text,
      only: text,
    } as const
    return parseArgs({ args, options }).values
  } catch {
    throw new Halt(usage)
  }
}
