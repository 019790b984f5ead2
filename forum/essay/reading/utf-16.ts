import { isUtf8 } from 'node:buffer'

export type Utf16 = 'UTF-16LE' | 'UTF-16BE'

/**
 * UTF-16 without a mark of byte order is told by its NULs. They are half of a text in ASCII; a Chinese one has some in its
 * line ends and in 一 (4E00), and is else no text in UTF-8, unlike one with a NUL gone astray in it. Of both orders only one
 * reads like a text, or else that with more ASCII in it: the letters a to z turned round are ideographs.
 */
export function looksLikeUtf16(bytes: Uint8Array): Utf16 | null {
  const nuls = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  if (nuls === 0 || bytes.length % 2 === 1 || (nuls * 4 < bytes.length && isElseText(bytes))) return null
  const little = asciiIn(bytes, 'UTF-16LE')
  const big = asciiIn(bytes, 'UTF-16BE')
  if (little === null && big === null) return null
  return (little ?? -1) >= (big ?? -1) ? 'UTF-16LE' : 'UTF-16BE'
}

function isElseText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.some((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32))
}

/** How many characters are ASCII if the bytes are in this order; null when they do not read like a text then. */
function asciiIn(bytes: Uint8Array, encoding: Utf16): number | null {
  const times = new Array<number>(256).fill(0)
  for (let at = encoding === 'UTF-16LE' ? 1 : 0; at < bytes.length; at += 2) {
    const high = bytes[at] ?? 0
    times[high] = (times[high] ?? 0) + 1
  }
  // ASCII, punctuation, ideographs, Korean, what takes two halves, and one alphabet.
  const isExpected = (high: number) =>
    [0x00, 0x20, 0x30, 0xff].includes(high) || (high >= 0x4e && high <= 0x9f) || (high >= 0xac && high <= 0xdf)
  const expected = times.reduce((sum, count, high) => sum + (isExpected(high) ? count : 0), 0)
  const alphabet = Math.max(...times.filter((_, high) => !isExpected(high)))
  return (expected + alphabet) * 20 >= bytes.length * 9 && isWritten(bytes, encoding) ? (times[0] ?? 0) : null
}

/** No characters that nobody writes: unassigned, of private use, controls. */
function isWritten(bytes: Uint8Array, encoding: Utf16): boolean {
  try {
    return !/[\p{Cn}\p{Co}]|(?![\s\u0080-\u009f])\p{Cc}/u.test(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

/** Offset in bytes of the first half of a character without its other half, or of a byte without its other one. */
export function unpairedSurrogate(bytes: Uint8Array, isLittle: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = view.getUint16(at, isLittle)
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next = at + 3 < bytes.length ? view.getUint16(at + 2, isLittle) : 0
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at
    at += 2
  }
  return bytes.length - 1
}
