import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '@/bin/prepare.mjs'

export type Ended = { code: number | null; out: string; err: string }

/** Runs bin/forum as an operator would, on this test file's database unless told otherwise. */
export async function forum(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'bin/forum'), ...args], {
    env: { ...process.env, FORUM_URL: 'https://forum.example.org', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = { code: null as number | null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.err += text
  })
  child.stdin.on('error', () => {}).end(input)
  ended.code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return ended
}
