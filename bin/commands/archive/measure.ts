import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { copyOut, type TableShape } from './tables'

export type Measured = { rows: number; bytes: number; sha256: string }

/** Passes COPY lines on and measures them: a line end within a value is written as \n, so that every one ends a row. */
export function measuring(): { through: Transform; result: () => Measured } {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    },
  })
  return { through, result: () => ({ rows, bytes, sha256: hash.digest('hex') }) }
}

/** A table of a database as an archive would have it. */
export async function measureTable(client: pg.Client, shape: TableShape): Promise<Measured> {
  const { through, result } = measuring()
  client
    .query(copyTo(copyOut(shape)))
    .on('error', (error) => through.destroy(error))
    .pipe(through)
  for await (const _ of through);
  return result()
}
