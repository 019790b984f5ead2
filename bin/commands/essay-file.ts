import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { blocksOf, type SourceFormat } from '@/forum/essay/blocks'
import type { FrontMatter } from '@/forum/essay/front-matter'
import { TEXT_MAX_BYTES } from '@/forum/essay/input'
import { readDocument } from '@/forum/essay/reading/read-document'
import { Refusal } from '@/forum/refusal'
import { refusals } from '@/messages/refusals'
import { Halt } from '../halt.mjs'

export type EssayFile = {
  front: FrontMatter
  title: string
  source: string
  format: SourceFormat
  paragraphs: number
}

/**
 * An essay as somebody wrote it down, in any form that `readDocument` reads. Its own title, else the name of the file.
 * @throws Halt saying what is wrong with the file
 */
export async function readEssayFile(file: string): Promise<EssayFile> {
  const { front, title, source, format } = await read(file, await readBytes(file))
  const paragraphs = blocksOf(source, format).length
  return { front, title: front.title ?? title ?? basename(file, extname(file)), source, format, paragraphs }
}

async function readBytes(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => null)
  if (!found) throw new Halt(`There is no file ${file}.`)
  if (!found.isFile()) throw new Halt(`${file} is not a file.`)
  // Not read at all: it may be as large as the disk.
  if (found.size > TEXT_MAX_BYTES) throw asHalt(file, tooLong(found.size))
  return readFile(file)
}

const tooLong = (bytes: number) => new Refusal('text-too-long', { facts: { bytes, most: TEXT_MAX_BYTES } })

async function read(file: string, bytes: Buffer) {
  try {
    return await readDocument(bytes, basename(file))
  } catch (error) {
    throw error instanceof Refusal ? asHalt(file, error) : error
  }
}

function asHalt(file: string, { code, about }: Refusal): Halt {
  if (about.field === 'front matter')
    return new Halt(`The front matter of ${file} can have only slug, title, language and note, each as "key: value".`)
  return new Halt(`${file}: ${refusals.en[code](about.facts ?? {})}`)
}
