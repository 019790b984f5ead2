import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../prepare.mjs'

export type Control = { address: string; pid: number; close(): void }

const Started = z.object({ port: z.number() })

/** Starts control.mjs as a process of its own. */
export async function openControl(): Promise<Control> {
  // Without the loader that lets this process read TypeScript.
  const child = fork(join(root, 'bin/bench/control.mjs'), { execArgv: [] })
  const [message] = await once(child, 'message')
  const { port } = Started.parse(message)
  return { address: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, close: () => child.disconnect() }
}
