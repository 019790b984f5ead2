import { relative } from 'node:path'
import { Halt } from '../halt.mjs'
import { withDatabase } from './database'
import { create, deploy, drift, type Status, status } from './migrate'

const usage = `Usage: node bin/migrate.mjs COMMAND

  deploy     applies the migrations that the database lacks
  status     says what it lacks; exit code 1 when it lacks something
  new NAME   writes the next migration: from the migrations so far to prisma/schema.prisma
  drift      says whether the migrations and prisma/schema.prisma agree; exit code 1 when not

The database is that of DATABASE_URL, else the forum's own.`

export async function migrateCommand([command, name, ...rest]: string[]): Promise<void> {
  if (rest.length > 0 || (name && command !== 'new')) throw new Halt(usage)
  if (command === 'deploy') return withDatabase(async (url) => print(await deploy(url)))
  if (command === 'status') return withDatabase(async (url) => printStatus(await status(url)))
  if (command === 'drift') return withDatabase(async (url) => printDrift(await drift(url)))
  if (command === 'new' && name) return withDatabase(async (url) => printNew(await create(url, name)))
  if (command === '--help' || command === 'help') return console.log(usage)
  throw new Halt(usage)
}

function print(applied: string[]): void {
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.')
}

function printStatus({ history, failed, edited }: Status): void {
  for (const name of failed) console.log(`Failed half-way: ${name}`)
  for (const name of edited) console.log(`Edited after it was applied: ${name}`)
  if (history && 'unappliedMigrationNames' in history)
    for (const name of history.unappliedMigrationNames) console.log(`Not applied: ${name}`)
  if (history && 'unpersistedMigrationNames' in history)
    for (const name of history.unpersistedMigrationNames) console.log(`Applied, but not in the folder: ${name}`)
  if (history || failed.length > 0) process.exitCode = 1
  else console.log('The database is up to date.')
}

function printDrift(sql: string | null): void {
  console.log(
    sql === null
      ? 'The migrations and prisma/schema.prisma agree.'
      : `The migrations lack this to reach prisma/schema.prisma:\n\n${sql}`,
  )
  if (sql !== null) process.exitCode = 1
}

function printNew(folder: string | null): void {
  console.log(folder ? `Written: ${relative(process.cwd(), folder)}/migration.sql` : 'Nothing to do: they agree.')
}
