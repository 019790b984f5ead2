import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { template } from '@/bin/test/cluster'

// Every test file has a database of its own, cloned from the migrated template, and `@/lib/db` opens that one: this file
// runs before the test file's imports.

const name = `test_${randomUUID().replaceAll('-', '')}`
const url = new URL(inject('cluster'))
await administrate(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
url.pathname = `/${name}`
process.env.DATABASE_URL = url.href

afterAll(async () => {
  const { db } = await import('@/lib/db')
  await db.$disconnect()
  await administrate(`DROP DATABASE "${name}" WITH (FORCE)`)
})

async function administrate(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('cluster') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
