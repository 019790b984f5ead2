import { fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '@/forum/refusal'

/** A document of 5 MB may have as much as this in it, pictures included; a bomb has gigabytes. */
const MOST_BYTES = 50 * 1024 * 1024
const MOST_ENTRIES = 2_000

/**
 * The entries of a zip whose names are wanted. Every entry is unpacked and counted, whatever it says of its size.
 * @throws Refusal unreadable-document, document-too-large
 */
export async function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return await readEntries(zip, wanted)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('unreadable-document', { field: 'source' })
  }
}

async function readEntries(zip: ZipFile, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  if (zip.entryCount > MOST_ENTRIES) throw tooLarge()
  const entries = new Map<string, Buffer>()
  let left = MOST_BYTES
  for await (const entry of zip.eachEntry()) {
    const isWanted = wanted(entry.fileName) && !entries.has(entry.fileName)
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) {
      left -= part.length
      if (left < 0) throw tooLarge()
      if (isWanted) parts.push(part)
    }
    if (isWanted) entries.set(entry.fileName, Buffer.concat(parts))
  }
  return entries
}

const tooLarge = () => new Refusal('document-too-large', { field: 'source' })
