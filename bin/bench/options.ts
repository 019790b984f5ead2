import { parseArgs } from 'node:util'
import { Halt } from '../halt.mjs'

export type Options = {
  quick: boolean
  /** Numbers of comments in the thread, ascending; every other one is compared with the first. */
  sizes: number[]
  plans: boolean
  strict: boolean
}

/** The size that the others are compared with. */
export const SMALL = 1_000
const LARGE = 100_000
const MOST = 1_000_000

const usage = `Usage: npm run bench [-- --quick] [-- --comments N] [-- --plans] [-- --strict]

  --quick        one short round each: to see that everything runs, not to compare
  --comments N   a thread of N comments beside one of ${SMALL} (default ${LARGE}, at most ${MOST})
  --plans        instead of measuring: how PostgreSQL runs every query of the reading and moderating pages at N comments
  --strict       exit code 1 when a budget is exceeded`

export function readOptions(args: string[]): Options {
  const { quick, comments, plans, strict } = parse(args)
  const large = comments === undefined ? LARGE : Number(comments)
  if (!Number.isInteger(large) || large < SMALL || large > MOST)
    throw new Halt(`--comments takes a whole number from ${SMALL} to ${MOST}.`)
  return { quick, plans, strict, sizes: large === SMALL ? [SMALL] : [SMALL, large] }
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    const options = { quick: flag, plans: flag, strict: flag, comments: { type: 'string' } } as const
    return parseArgs({ args, options }).values
  } catch {
    throw new Halt(usage)
  }
}
