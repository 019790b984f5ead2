import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { env } from './env'

// Copies of what is kept about a person, one file each, beside the database and outside of what the server hands out.

const folder = () => join(env().MARGINALIA_DATA, 'exports')
const fileOf = (id: string) => join(folder(), `${id}.jsonl`)

/** Writes the lines as they come. The file has its name only when it is whole; readable by the server alone. */
export async function writeExport(id: string, lines: AsyncIterable<string>): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const unfinished = `${fileOf(id)}.part`
  const file = await open(unfinished, 'w', 0o600)
  try {
    for await (const line of lines) await file.write(`${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, fileOf(id))
}

/** @throws Error ENOENT when it is gone */
export async function readExportLines(id: string): Promise<AsyncIterable<string>> {
  const file = await open(fileOf(id), 'r')
  await file.close()
  return createInterface({ input: createReadStream(fileOf(id), 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
}

/** Every file whose id is not among those that stay, which are asked for after the files: a new one is never taken for old. */
export async function dropExportsBut(staying: () => Promise<ReadonlySet<string>>): Promise<void> {
  const names = await readdir(folder()).catch(() => [])
  const ids = await staying()
  for (const name of names) if (!ids.has(name.split('.')[0] ?? '')) await rm(join(folder(), name), { force: true })
}
