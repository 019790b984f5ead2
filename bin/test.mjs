import { runCommand } from './halt.mjs'
import { prepare } from './prepare.mjs'

await runCommand(async () => {
  await prepare()
  const { test } = await import('./test/test.ts')
  process.exitCode = await test(process.argv.slice(2))
})
process.exit()
