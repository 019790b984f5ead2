import { isUtf8 } from 'node:buffer'
import { Refusal } from '@/forum/refusal'
import { looksLikeGb18030 } from './gb18030'
import { looksLikeUtf16, type Utf16, unpairedSurrogate } from './utf-16'

export type Encoding = 'UTF-8' | Utf16 | 'GB18030'
export type Decoded = { text: string; encoding: Encoding }

/** What a text has besides printed characters; the rest of the controls come from programs. */
const CONTROL = /(?![\s\u0080-\u009f])\p{Cc}/u
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * A file's bytes as text, line ends as \n. UTF-8 and UTF-16 are told by their mark of byte order, UTF-16 also by its NULs;
 * GB18030 is tried last, and only taken when it reads like Chinese, because nearly any bytes can be taken for it.
 * @throws Refusal unreadable-text (position: bytes before the first that is no character), not-a-text (position)
 */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, start } = encodingOf(bytes)
  const text = strictly(bytes.subarray(start), encoding, start)
  const control = CONTROL.exec(text)
  if (control) {
    const before = encoding.startsWith('UTF-16') ? start + 2 * control.index : bytes.indexOf(control[0].charCodeAt(0))
    throw new Refusal('not-a-text', { field: 'source', facts: { position: before } })
  }
  return { text: text.replace(LINE_END, '\n'), encoding }
}

/** @param start bytes of the mark of byte order */
function encodingOf(bytes: Uint8Array): { encoding: Encoding; start: number } {
  const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)
  if (begins(0xef, 0xbb, 0xbf)) return { encoding: 'UTF-8', start: 3 }
  if (begins(0xff, 0xfe)) return { encoding: 'UTF-16LE', start: 2 }
  if (begins(0xfe, 0xff)) return { encoding: 'UTF-16BE', start: 2 }
  const encoding = looksLikeUtf16(bytes) ?? (!isUtf8(bytes) && looksLikeGb18030(bytes) ? 'GB18030' : 'UTF-8')
  return { encoding, start: 0 }
}

function strictly(bytes: Uint8Array, encoding: Encoding, start: number): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // A program's file is rather called what it is than a badly saved text.
    const control = encoding === 'UTF-8' ? bytes.findIndex((byte) => byte < 9 || (byte > 13 && byte < 32)) : -1
    if (control >= 0) throw new Refusal('not-a-text', { field: 'source', facts: { position: start + control } })
    const bad = encoding === 'UTF-8' ? firstBadByte(bytes) : unpairedSurrogate(bytes, encoding === 'UTF-16LE')
    throw new Refusal('unreadable-text', { field: 'source', facts: { position: start + bad, encoding } })
  }
}

/** Offset of the first byte that is no UTF-8: the longest beginning that could still go on is found by halving. */
function firstBadByte(bytes: Uint8Array): number {
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
