import { runCommand } from './halt.mjs'
import { prepare } from './prepare.mjs'

await runCommand(async () => {
  console.log('Marginalia')
  await prepare()
  const { serve } = await import('./serve/serve.ts')
  process.exitCode = await serve({ dev: process.argv.includes('--dev') })
})
// Idle connections of the forum's own code would hold the process for a while; there is nothing left to wait for.
process.exit()
