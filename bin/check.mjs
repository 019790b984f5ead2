import { runCommand } from './halt.mjs'
import { prepare } from './prepare.mjs'

await runCommand(async () => {
  await prepare()
  const { check } = await import('./check/check.ts')
  process.exitCode = await check()
})
process.exit()
