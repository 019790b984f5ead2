import { listenForStop, Stopped } from '../serve/stop'
import { makeTemporaryFolder, removeTemporaryFolder } from '../test/temporary'
import { type Base, openBase } from './database'
import { readOptions } from './options'

/** `npm run bench`. Returns the exit code: 1 only for a failure, or with --strict for an exceeded budget. @throws Halt */
export async function bench(args: string[]): Promise<number> {
  const options = readOptions(args)
  const stop = listenForStop().requested
  const folder = await makeTemporaryFolder()
  let base: Base | undefined
  try {
    base = await openBase(folder)
    const exceeded = options.desk
      ? await (await import('./desk/desk')).measureDesk(base, options, stop)
      : options.streams
        ? await (await import('./streams')).measureStreams(base, stop)
        : options.deletion
          ? await (await import('./deletion')).measureDeletion(base, options.sizes.at(-1) ?? 0, stop)
          : options.plans
            ? await (await import('./plans/plans')).explainReads(base, options.sizes.at(-1) ?? 0, stop)
            : await (await import('./measure')).measureForums(base, options, stop)
    return options.strict && exceeded > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof Stopped) return 130
    throw error
  } finally {
    await base?.close()
    await removeTemporaryFolder(folder)
  }
}
