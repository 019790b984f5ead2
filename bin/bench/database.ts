import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { FIRST_ESSAY } from '../commands/names'
import { createDatabase } from '../serve/database'
import { environmentOf } from '../serve/environment'
import { importFirstEssay } from '../serve/first-essay'
import { deploy } from '../serve/migrate'
import { openCluster } from '../serve/postgres'
import { readSecrets, type Secrets } from '../serve/secrets'

/** A PostgreSQL for one run, with the settings the forum ships (what is acknowledged is on the disk), and a database. */
export type Base = {
  folder: string
  secrets: Secrets
  /** Of the server that all its processes descend from. */
  postgresPid: number
  /** PostgreSQL's log. */
  log: string
  /** API tokens, one a writer. */
  tokens: string[]
  /** What the browser of somebody who is signed in sends. */
  cookie: string
  /** The same of somebody with a desk. */
  deskCookie: string
  url(database: string): string
  close(): Promise<void>
}

const WRITERS = 8
/** The database that others are copies of: an essay and people. */
export const BASE = 'marginalia_bench'
/** The paragraph that gets the many comments. */
export const PARAGRAPH = 1
/** A person with a desk. */
export const MODERATOR = 'bench-moderator'

export async function openBase(folder: string): Promise<Base> {
  const postgres = join(folder, 'postgres')
  const cluster = await openCluster({ folder: postgres, password: 'bench' })
  try {
    await createDatabase(cluster.url('postgres'), BASE)
    await deploy(cluster.url(BASE))
    const secrets = await readSecrets(join(folder, 'data'))
    const people = await addPeople(cluster.url(BASE), folder, secrets)
    const postgresPid = Number.parseInt(readFileSync(join(postgres, 'cluster/postmaster.pid'), 'utf8'), 10)
    const url = (database: string) => cluster.url(database)
    const close = () => cluster.close()
    return { folder, secrets, postgresPid, log: join(postgres, 'server.log'), ...people, url, close }
  } catch (error) {
    await cluster.close()
    throw error
  }
}

/** A copy of the base with `comments` comments on its first paragraph, looked over by PostgreSQL as after a while. */
export async function makeForum(base: Base, name: string, comments: number): Promise<string> {
  await createDatabase(base.url('postgres'), name, BASE)
  const url = base.url(name)
  await fill(url, comments, PARAGRAPH)
  await settle(url)
  return url
}

export async function fill(url: string, comments: number, paragraph: number): Promise<void> {
  const { seedBulk } = await import('@/bin/commands/seed-bulk')
  await seedBulk(url, { comments, paragraph, essay: FIRST_ESSAY, replies: 0.4 })
}

/** What autovacuum would do in the midst of a measurement. */
export async function settle(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  })
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The essay and the people who read and write, through the forum's own functions. */
async function addPeople(url: string, folder: string, secrets: Secrets) {
  const place = { host: '127.0.0.1', port: 3000, forumUrl: 'http://localhost:3000' }
  const settings = { ...place, dataFolder: join(folder, 'data'), databaseUrl: undefined }
  // The forum's code reads it at its first use.
  Object.assign(process.env, environmentOf(settings, secrets, url, false), { LIMITS: 'off' })
  await importFirstEssay(url)
  const { addPerson } = await import('@/forum/people/add')
  const { makeApiToken } = await import('@/forum/people/tokens')
  const { startSession } = await import('@/forum/people/sessions')
  const { setRole } = await import('@/forum/people/mutations')
  const tokens: string[] = []
  for (let number = 1; number <= WRITERS; number++) {
    const handle = `bench-writer-${number}`
    await addPerson({ handle })
    tokens.push(await makeApiToken(handle, 'bench'))
  }
  const signIn = async (person: { id: string }) => `next-auth.session-token=${(await startSession(person.id)).token}`
  const cookie = await signIn(await addPerson({ handle: 'bench-reader' }))
  const deskCookie = await signIn(await addPerson({ handle: MODERATOR }))
  await setRole({ handle: MODERATOR, role: 'moderator', byId: null })
  await disconnect()
  return { tokens, cookie, deskCookie }
}

/** A database can be copied only while nobody is connected to it. */
export async function disconnect(): Promise<void> {
  const { db } = await import('@/lib/db')
  await db.$disconnect()
}

/** The forum's functions read the address of the database once; until here it was the base's. */
export async function connectForum(url: string): Promise<void> {
  const { env } = await import('@/lib/env')
  env().DATABASE_URL = url
  // lib/db keeps its one client there.
  const shared = globalThis as typeof globalThis & { marginaliaDb?: unknown }
  delete shared.marginaliaDb
}
