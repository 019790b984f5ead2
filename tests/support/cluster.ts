import type { TestProject } from 'vitest/node'
import { openTestCluster } from '@/bin/test/cluster'
import { makeTemporaryFolder, removeTemporaryFolder } from '@/bin/test/temporary'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the cluster's administration database. */
    cluster: string
  }
}

/** The PostgreSQL that `npm test` started, or (Vitest called by itself) one of our own. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.MARGINALIA_TEST_CLUSTER
  if (given) {
    project.provide('cluster', given)
    return undefined
  }
  const folder = await makeTemporaryFolder()
  const cluster = await openTestCluster(folder)
  project.provide('cluster', cluster.url('postgres'))
  return async () => {
    await cluster.close()
    await removeTemporaryFolder(folder)
  }
}
