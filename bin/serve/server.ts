import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Halt } from '../halt.mjs'
import { root } from '../prepare.mjs'
import { answers, whyNotListen } from './ports'
import { isLoopback } from './settings'

export type Server = {
  pid: number
  /** How it ended, for a sentence: "exit code 1". */
  ended: Promise<string>
  /** Lets requests finish for up to ten seconds, or ends it at once. */
  stop(hurried?: AbortSignal): Promise<void>
}

type Place = { host: string; port: number }
type Options = {
  /** From environmentOf: the address to listen on is in it. */
  env: Partial<NodeJS.ProcessEnv>
  /** The project, or (in tests) a folder that looks like it. */
  folder?: string
  /** Where its output goes: our own, or a file descriptor. */
  output?: 'inherit' | number
}

/** Before anything slow, so that the person learns it at once. @throws Halt */
export async function checkPort({ host, port }: Place): Promise<void> {
  const code = await whyNotListen(host, port)
  if (code === 'EACCES') throw new Halt(`This user may not listen on port ${port}: choose one above 1023 with PORT.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    throw new Halt(`HOST is "${host}", which is not an address of this machine: correct it or leave it unset.`)
  // Somebody on ::1 alone leaves 127.0.0.1 free, and browsers would find either of us under "localhost".
  const shadowed = isLoopback(host) && ((await answers('127.0.0.1', port)) || (await answers('::1', port)))
  if (code || shadowed)
    throw new Halt(
      `Port ${port} is taken by another program: stop that one, or choose another port, such as PORT=${port + 1}.`,
    )
}

export function startServer({ env, folder = root, output = 'inherit' }: Options): Server {
  const preload = pathToFileURL(join(root, 'bin/serve/end-with-parent.mjs')).href
  // The server takes the folder it lies in for the project: a link to it has to stay a link.
  const program = ['--preserve-symlinks-main', join(folder, 'bin/serve/web.mjs')]
  const child = spawn(process.execPath, ['--import', preload, ...program], {
    cwd: folder,
    env: { ...process.env, ...env },
    // In a process group of its own: Ctrl-C is for us, and we tell it.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  return { pid: child.pid ?? 0, ended, stop: (hurried) => stop(child, ended, hurried) }
}

/** Until the server says that it and its database can work. @throws Halt */
export async function untilReady({ host, port }: Place, server: Server, signal?: AbortSignal): Promise<void> {
  const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
  let end: string | undefined
  void server.ended.then((how) => {
    end = how
  })
  for (const began = Date.now(); Date.now() - began < 90_000; await sleep(100)) {
    signal?.throwIfAborted()
    if (end) throw new Halt(`The server ended before it was ready (${end}); the lines above say why.`)
    if (await says200(`http://${address}:${port}/readyz`)) return
  }
  throw new Halt(`The server did not become ready within 90 seconds: open /readyz on port ${port} for the reason.`)
}

async function says200(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000), redirect: 'manual' })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

const patience = 10_000

async function stop(child: ChildProcess, ended: Promise<string>, hurried?: AbortSignal): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const pid = child.pid
  const kill = () => {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      child.kill('SIGKILL')
    }
  }
  const timer = setTimeout(kill, patience)
  if (hurried?.aborted) kill()
  hurried?.addEventListener('abort', kill, { once: true })
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}
