import { runCommand } from './halt.mjs'
import { prepare } from './prepare.mjs'

await runCommand(async () => {
  await prepare()
  const { migrateCommand } = await import('./serve/migrate-command.ts')
  await migrateCommand(process.argv.slice(2))
})
