import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { z } from 'zod'
import { Halt } from '../../halt.mjs'

// An archive is one file:
//
//   line 1   marginalia-backup 1 SHA256        of the manifest, as it stands in the file
//   line 2   the manifest, JSON, filled up with blanks to MANIFEST_SIZE
//   rest     gzip: the lines of every table (PostgreSQL's COPY text format), table after table in the manifest's order,
//            each as long as the manifest says; then END
//
// There is no statement in it, and nothing of it becomes part of one: tables and columns are those of the migrations,
// and an archive that names others is refused.

export const FORMAT = 1
export const END = Buffer.from('\nmarginalia-backup ends here\n')
const MAGIC = 'marginalia-backup'
/** Room for a hundred tables. */
const MANIFEST_SIZE = 64 * 1024
const FIRST_LINE = Buffer.byteLength(`${MAGIC} ${FORMAT} ${'0'.repeat(64)}\n`)
/** Where the gzip begins. */
export const DATA_START = FIRST_LINE + MANIFEST_SIZE + 1

const Table = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Table = z.infer<typeof Table>

const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(Table),
})
export type Manifest = z.infer<typeof Manifest>

/** Into the room that was left for it: the hashes are known only when everything was written. */
export async function writeManifest(file: FileHandle, manifest: Manifest): Promise<void> {
  const text = JSON.stringify(manifest)
  const room = MANIFEST_SIZE - Buffer.byteLength(text)
  if (room < 0) throw new Error('The manifest is too long.')
  const padded = text + ' '.repeat(room)
  await file.write(`${MAGIC} ${FORMAT} ${sha256(padded)}\n${padded}\n`, 0)
}

/** @throws Halt when this is no archive of ours, or its beginning was altered */
export async function readManifest(path: string): Promise<Manifest> {
  const head = await readHead(path)
  const [magic, format, hash] = head.subarray(0, FIRST_LINE).toString('latin1').trimEnd().split(' ')
  if (magic !== MAGIC) throw new Halt(`${path} is not a backup of Marginalia: nothing was changed.`)
  if (format !== String(FORMAT))
    throw new Halt(
      `${path} is a backup in format ${format}, and this version reads format ${FORMAT}: nothing was changed.`,
    )
  const text = head.subarray(FIRST_LINE, DATA_START - 1).toString('utf8')
  if (head.length < DATA_START || sha256(text) !== hash) throw new Halt(damaged(path))
  const manifest = Manifest.safeParse(parseJson(text))
  if (!manifest.success) throw new Halt(damaged(path))
  return manifest.data
}

export const damaged = (path: string) =>
  `${path} is damaged or was altered: nothing was changed. Take another copy of the backup.`

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Halt(`There is no file ${path}.`) : error
  })
  try {
    if (!(await file.stat()).isFile()) throw new Halt(`${path} is not a file.`)
    const head = Buffer.alloc(DATA_START)
    const { bytesRead } = await file.read(head, 0, DATA_START, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
