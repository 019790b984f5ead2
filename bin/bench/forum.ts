import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOf } from '../serve/environment'
import { freePort } from '../serve/ports'
import { startServer, untilReady } from '../serve/server'
import { layOutServed } from '../test/served-folder'
import { type Base, makeForum, PARAGRAPH, withClient } from './database'
import { findThread, type Thread } from './places'

/** A production server on a database of that size: of comments in one thread, or of cases. */
export type Forum = {
  size: number
  /** http://127.0.0.1:PORT */
  address: string
  pid: number
  thread: Thread
  close(): Promise<void>
}

export async function openForum(base: Base, comments: number, stop: AbortSignal): Promise<Forum> {
  const name = `marginalia_${comments}`
  await makeForum(base, name, comments)
  return serveForum(base, { name, size: comments }, stop)
}

/** A server on a database that has everything in it. */
export async function serveForum(
  base: Base,
  { name, size }: { name: string; size: number },
  stop: AbortSignal,
): Promise<Forum> {
  const url = base.url(name)
  const thread = await withClient(url, (client) => findThread(client, PARAGRAPH))
  const place = { host: '127.0.0.1', port: await freePort() }
  const address = `http://${place.host}:${place.port}`
  const folder = join(base.folder, name)
  mkdirSync(folder)
  const settings = { ...place, dataFolder: join(base.folder, 'data'), databaseUrl: undefined, forumUrl: address }
  const env = { ...environmentOf(settings, base.secrets, url, false), LIMITS: 'off' }
  const output = openSync(join(folder, 'server.log'), 'a')
  const server = startServer({ env, folder: layOutServed(folder), output })
  const close = async () => {
    await server.stop()
    closeSync(output)
  }
  try {
    await untilReady(place, server, stop)
    return { size, address, pid: server.pid, thread, close }
  } catch (error) {
    await close()
    throw error
  }
}
