import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { migrationAdapter } from './migration-adapter'

// Prisma's migration engine as WebAssembly. The native one is downloaded from outside npm, which is not to be had on
// every machine that has npm; this one comes with the dependencies and keeps the same books (_prisma_migrations), so
// that `prisma migrate deploy` works on the same folder and the same database.

let loaded: Promise<void> | undefined

export type Schema = { path: string; content: string }

/** Gives the engine for one database while `work` runs. */
export async function withEngine<T>(
  url: string,
  schema: Schema,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load()
  await loaded
  // A pool of our own: the engine never closes the adapter's, which would keep the process up for ten seconds more.
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => {})
  try {
    const datamodels: [string, string][] = [[schema.path, schema.content]]
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, migrationAdapter(pool))
    return await work(engine).finally(() => engine.free())
  } finally {
    await pool.end()
  }
}

/** By hand, since Node 20 cannot import a .wasm file as the package expects. */
async function load(): Promise<void> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { message: '', set_message: rememberPanic } })
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const imports = { './schema_engine_bg.js': { ...bindings, ...timersThatLetGo() } }
  const { instance } = await WebAssembly.instantiate(bytes, imports as unknown as WebAssembly.Imports)
  bindings.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === 'function') begin()
}

/** The engine never clears the timeout it sets for its lock, which would keep the process up for ten seconds more. */
function timersThatLetGo() {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  return Object.fromEntries(names.map((name) => [name, setUnreferenced]))
}

function setUnreferenced(callback: () => void, milliseconds: number) {
  return setTimeout(callback, milliseconds >>> 0).unref()
}

function rememberPanic(message: string): void {
  console.error(`The migration engine panicked: ${message.slice(0, 300)}`)
}
