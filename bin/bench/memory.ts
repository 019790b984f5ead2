import { readFileSync } from 'node:fs'

/** Resident memory of a process, in kB: what it has now, and the most it ever had. NaN where that cannot be known. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = textOf(`/proc/${pid}/status`)
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN)
  return { now: of('VmRSS'), most: of('VmHWM') }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
