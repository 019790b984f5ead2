import { openTestCluster } from '../test/cluster'
import { makeTemporaryFolder, removeTemporaryFolder } from '../test/temporary'

/** A PostgreSQL for a moment: a check must not touch, nor need, the forum's own data. */
export async function withTestDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await makeTemporaryFolder()
  try {
    const cluster = await openTestCluster(folder)
    try {
      return await work(cluster.url('postgres'))
    } finally {
      await cluster.close()
    }
  } finally {
    await removeTemporaryFolder(folder)
  }
}
