import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../prepare.mjs'

/** `output` is shown when it is not ok; `note` replaces "ok" and "failed" in the line of the step. */
export type Verdict = { ok: boolean; output: string; note?: string }

/** Runs a program from node_modules to its end. */
export function runTool(program: string, args: string[]): Promise<Verdict> {
  return run(process.execPath, [join(root, 'node_modules', program), ...args])
}

export function run(command: string, args: string[]): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const output: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(output).toString() }))
  })
}
