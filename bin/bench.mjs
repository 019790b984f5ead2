import { runCommand } from './halt.mjs'
import { prepare } from './prepare.mjs'

await runCommand(async () => {
  await prepare()
  const { bench } = await import('./bench/bench.ts')
  process.exitCode = await bench(process.argv.slice(2))
})
process.exit()
