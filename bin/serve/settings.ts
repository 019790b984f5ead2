import { join, resolve } from 'node:path'
import { Halt } from '../halt.mjs'
import { root } from '../prepare.mjs'

// The part of the environment that decides how the forum is started. What the forum itself reads is in lib/env.

export type Settings = {
  dataFolder: string
  databaseUrl: string | undefined
  port: number
  host: string
  /** The address people use, without a slash at its end. */
  forumUrl: string
}

type Environment = Record<string, string | undefined>

export function readSettings(env: Environment = process.env): Settings {
  const port = parsePort(env.PORT || '3000')
  const host = env.HOST || '127.0.0.1'
  const forumUrl = parseForumUrl(env.FORUM_URL || `http://localhost:${port}`)
  if (env.LIMITS === 'off' && !(isLoopback(host) && isLoopback(new URL(forumUrl).hostname)))
    throw new Halt('LIMITS=off is for measuring on one machine: it needs HOST and FORUM_URL to be loopback (or unset).')
  return { dataFolder: dataFolder(env), databaseUrl: env.DATABASE_URL || undefined, port, host, forumUrl }
}

export function dataFolder(env: Environment = process.env): string {
  return env.MARGINALIA_DATA ? resolve(env.MARGINALIA_DATA) : join(root, '.data')
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new Halt(`PORT is "${text}", which is not a port: set it to a number from 1 to 65535.`)
}

function parseForumUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return text.replace(/\/+$/, '')
  throw new Halt(`FORUM_URL is "${text}": set it to the forum's address, such as https://forum.example.org.`)
}
