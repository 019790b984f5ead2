import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Linux counts in ticks of 10 ms (USER_HZ) on every platform that Node runs on. */
const TICK_MS = 10

const known = process.platform === 'linux' && existsSync('/proc/self/stat')

/**
 * CPU time in ms that a process and all below it have used so far, user and system; null where it cannot be known.
 * Other work on the machine makes a request slower, but hardly dearer: this is the figure to compare.
 */
export function cpuOf(pid: number): number | null {
  return known ? treeOf(pid).reduce((sum, one) => sum + ticksOf(one), 0) * TICK_MS : null
}

function treeOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const children = threads.flatMap((thread) => numbers(readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')))
    return [pid, ...children.flatMap(treeOf)]
  } catch {
    return [pid]
  }
}

/** Its own and that of children which have ended: PostgreSQL's connections come and go. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before the last bracket may contain spaces. Behind it: utime, stime, cutime, cstime are 12th to 15th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  } catch {
    return 0
  }
}

const numbers = (text: string) => text.trim().split(' ').filter(Boolean).map(Number)
