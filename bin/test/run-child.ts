import { spawn } from 'node:child_process'
import { root } from '../prepare.mjs'

/** Runs a program of Node's with our terminal, to its end or until we are stopped. Returns its exit code. */
export function runChild(program: string, args: string[], env: NodeJS.ProcessEnv, stop?: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, env, stdio: 'inherit' })
    const interrupt = () => child.kill('SIGTERM')
    stop?.addEventListener('abort', interrupt, { once: true })
    if (stop?.aborted) interrupt()
    child.on('error', reject)
    child.on('exit', (code) => {
      stop?.removeEventListener('abort', interrupt)
      resolve(code ?? 1)
    })
  })
}
