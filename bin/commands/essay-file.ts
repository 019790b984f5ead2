import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type FrontMatter, splitFrontMatter } from '@/forum/essay/front-matter'
import { PARAGRAPHS_MAX, TEXT_MAX_BYTES } from '@/forum/essay/input'
import { splitText } from '@/forum/essay/split-text'
import { Refusal } from '@/forum/refusal'
import { Halt } from '../halt.mjs'

export type EssayFile = { front: FrontMatter; title: string; text: string; paragraphs: number }

/**
 * An essay as somebody wrote it down: front matter, title, text. The first `# ` line is the title when the front matter
 * has none; at the top of the text it is then no paragraph as well. @throws Halt saying what is wrong with the file
 */
export async function readEssayFile(file: string): Promise<EssayFile> {
  const { front, text: whole } = frontMatterOf(file, decode(file, await readBytes(file)))
  const heading = front.title === undefined ? /^#[ \t]+(.+?)[ \t#]*$/m.exec(whole) : null
  const atTop = heading !== null && whole.slice(0, heading.index).trim() === ''
  const text = heading && atTop ? whole.slice(heading.index + heading[0].length) : whole
  const paragraphs = splitText(text).length
  if (paragraphs === 0) throw new Halt(`${file} has no text.`)
  if (paragraphs > PARAGRAPHS_MAX)
    throw new Halt(`${file} has ${count(paragraphs)} paragraphs; an essay has at most ${count(PARAGRAPHS_MAX)}.`)
  return { front, title: front.title ?? heading?.[1] ?? basename(file, extname(file)), text, paragraphs }
}

async function readBytes(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => null)
  if (!found) throw new Halt(`There is no file ${file}.`)
  if (!found.isFile()) throw new Halt(`${file} is not a file.`)
  if (found.size > TEXT_MAX_BYTES)
    throw new Halt(`${file} has ${count(found.size)} bytes; an essay has at most ${count(TEXT_MAX_BYTES)} (5 MB).`)
  return readFile(file)
}

function decode(file: string, bytes: Buffer): string {
  if (!isUtf8(bytes))
    throw new Halt(
      `${file} is not UTF-8: it cannot be read from byte ${count(firstBadByte(bytes))} on. Save it as UTF-8.`,
    )
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw new Halt(`${file} contains a NUL at byte ${count(nul)}: it is not a text.`)
  return bytes.toString('utf8')
}

/** Offset of the first byte that is no UTF-8: the longest beginning that could still go on is found by halving. */
export function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2)
    if (couldGoOn(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  // At the very end a character may be cut off: it begins where whole characters end.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good--
  return good
}

function couldGoOn(beginning: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true })
    return true
  } catch {
    return false
  }
}

function frontMatterOf(file: string, source: string) {
  try {
    return splitFrontMatter(source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Halt(`The front matter of ${file} can have only slug, title, language and note, each as "key: value".`)
  }
}

const count = (number: number) => number.toLocaleString('en')
