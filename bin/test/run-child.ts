import { spawn } from 'node:child_process'
import { root } from '../prepare.mjs'

type Options = { env: NodeJS.ProcessEnv; folder: string; stop: AbortSignal }

/**
 * Runs a program of Node's with our terminal, to its end or until we are stopped. Returns its exit code. What it puts
 * into the system's temporary folder goes into the run's, and away with it.
 */
export function runChild(program: string, args: string[], { env, folder, stop }: Options): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env: { ...env, TMPDIR: folder }, stdio: 'inherit' as const }
    const child = spawn(process.execPath, [program, ...args], options)
    const interrupt = () => child.kill('SIGTERM')
    stop.addEventListener('abort', interrupt, { once: true })
    if (stop.aborted) interrupt()
    child.on('error', reject)
    child.on('exit', (code) => {
      stop.removeEventListener('abort', interrupt)
      resolve(code ?? 1)
    })
  })
}
