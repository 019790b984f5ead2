import { join } from 'node:path'
import { createDatabase } from '../serve/database'
import { deploy } from '../serve/migrate'
import { openCluster } from '../serve/postgres'

export type TestCluster = {
  url(database: string): string
  close(): Promise<void>
}

/** The migrated database that every test file's own is cloned from. */
export const template = 'marginalia_template'

/** A PostgreSQL for one run, with that template in it. */
export async function openTestCluster(folder: string): Promise<TestCluster> {
  const cluster = await openCluster({
    folder: join(folder, 'postgres'),
    password: 'test',
    // Nothing in it outlives the run, so nothing has to reach the disk. Tests of durability make their own.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  try {
    await createDatabase(cluster.url('postgres'), template)
    await deploy(cluster.url(template))
    return cluster
  } catch (error) {
    await cluster.close()
    throw error
  }
}
