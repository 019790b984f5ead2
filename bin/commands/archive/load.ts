import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { GENESIS, hashEntry, type LogFacts } from '@/forum/log/hash'
import { Halt } from '../../halt.mjs'
import { DATA_START, damaged, END, type Manifest } from './format'
import { measureTable } from './measure'
import { copyIn, readShapes, setSequences, type TableShape } from './tables'

/** Loads an archive into the empty tables of a database and compares what is there then. @throws Halt */
export async function loadArchive(client: pg.Client, path: string, manifest: Manifest): Promise<void> {
  const shapes = await readShapes(client)
  if (!sameTables(shapes, manifest))
    throw new Halt(`${path} has other tables than this version of the forum: nothing was changed.`)
  const bytes = new Bytes(createReadStream(path, { start: DATA_START }).pipe(createGunzip()), path)
  for (const [index, shape] of shapes.entries()) {
    const lines = Readable.from(bytes.take(manifest.tables[index]?.bytes ?? 0))
    await pipeline(lines, client.query(copyFrom(copyIn(shape)))).catch((error) => {
      throw refusedByDatabase(error) ? new Halt(damaged(path)) : error
    })
  }
  await bytes.expectEnd()
  await setSequences(client)
  await verify(client, shapes, path, manifest)
}

function sameTables(shapes: readonly TableShape[], { tables }: Manifest): boolean {
  const written = (list: readonly { name: string; columns: string[] }[]) =>
    JSON.stringify(list.map(({ name, columns }) => [name, columns]))
  return written(shapes) === written(tables)
}

async function verify(client: pg.Client, shapes: readonly TableShape[], path: string, manifest: Manifest) {
  for (const [index, shape] of shapes.entries()) {
    const said = manifest.tables[index]
    const { rows, sha256 } = await measureTable(client, shape)
    if (rows !== said?.rows || sha256 !== said.sha256) throw new Halt(damaged(path))
  }
  const wrong = await firstWrongEntry(client)
  if (wrong !== null) throw new Halt(`The log in ${path} is not whole (entry ${wrong}): nothing was changed.`)
}

/** The same walk as forum/log/queries.ts, over a connection to a database that is not the forum's yet. */
async function firstWrongEntry(client: pg.Client): Promise<string | null> {
  let seq = 0n
  let head = GENESIS
  for (;;) {
    const { rows } = await client.query<Omit<LogFacts, 'seq'> & { seq: string; hash: string }>(
      'SELECT * FROM "LogEntry" WHERE "seq" > $1 ORDER BY "seq" LIMIT 1000',
      [seq.toString()],
    )
    for (const row of rows) {
      const entry = { ...row, seq: BigInt(row.seq) }
      if (entry.seq !== seq + 1n || row.prevHash !== head || row.hash !== hashEntry(entry)) return row.seq
      seq = entry.seq
      head = row.hash
    }
    if (rows.length < 1000) return null
  }
}

/** SQLSTATE class 22 and 23 and the like: a value that the tables do not take. Not: no connection, no room. */
function refusedByDatabase(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^2[23]...$/.test(code)
}

/** A stream as pieces of known length. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>
  private rest: Buffer = Buffer.alloc(0)

  constructor(
    stream: Readable,
    private readonly path: string,
  ) {
    this.source = stream[Symbol.asyncIterator]()
  }

  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.rest.length === 0) this.rest = (await this.next()) ?? this.fail()
      const piece = this.rest.subarray(0, left)
      this.rest = this.rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async expectEnd(): Promise<void> {
    const found: Buffer[] = []
    for await (const piece of this.take(END.length)) found.push(piece)
    if (!Buffer.concat(found).equals(END) || this.rest.length > 0 || (await this.next()) !== undefined) this.fail()
  }

  private async next(): Promise<Buffer | undefined> {
    try {
      const { value, done } = await this.source.next()
      return done ? undefined : value
    } catch (error) {
      // zlib: cut off, or not what it was.
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) this.fail()
      throw error
    }
  }

  private fail(): never {
    throw new Halt(damaged(this.path))
  }
}
