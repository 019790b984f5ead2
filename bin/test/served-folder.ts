import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../prepare.mjs'

// A server writes the pages it renders back into .next, where the forum's own server would find the tests' pages. So
// the tests serve from a folder that looks like the project and has its own copy of the build.

const notShared = new Set(['.next', '.git', '.data', 'test-results'])
/** Parts of .next that only building and development use. */
const notServed = new Set(['cache', 'dev', 'types', 'trace', 'diagnostics'])

export function layOutServed(folder: string): string {
  const served = join(folder, 'served')
  mkdirSync(served)
  for (const name of readdirSync(root)) if (!notShared.has(name)) symlinkSync(join(root, name), join(served, name))
  cpSync(join(root, '.next'), join(served, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !(notServed.has(basename(source)) && source === join(root, '.next', basename(source))),
  })
  return served
}
