/**
 * Whether bytes that are no UTF-8 are Chinese in GB18030 (or GBK, GB 2312, which it contains). Western, Cyrillic, Korean
 * and Japanese encodings can be taken for it without an error, so it has to read like Chinese: most of it consists of the
 * 3,755 commonest characters, which GB 2312 has in rows 16 to 55 by their sound, or its punctuation in rows 1 to 3.
 * Korean lies in rows 16 to 40 alone; of Chinese two fifths are in the rows after these. Japanese has its kana in rows 4
 * and 5, as GB 2312 has, but its characters elsewhere.
 */
export function looksLikeGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    if (/[\p{Cn}\p{Co}]|(?![\s\u0080-\u009f])\p{Cc}/u.test(text) || !/\p{sc=Han}/u.test(text)) return false
  } catch {
    return false
  }
  const { all, common, late, kana } = countPairs(bytes)
  return common >= 0.6 * all && kana <= 0.1 * all && (all < FEW || late >= 0.1 * all)
}

/** Of so few characters it says nothing in which rows they are. */
const FEW = 10

function countPairs(bytes: Uint8Array) {
  let all = 0
  let common = 0
  let late = 0
  let kana = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    const isLong = trail >= 0x30 && trail <= 0x39
    const row = trail >= 0xa1 ? lead - 0xa0 : 0
    all++
    if ((row >= 1 && row <= 3) || (row >= 16 && row <= 55)) common++
    if (row >= 41 && row <= 55) late++
    if (row === 4 || row === 5) kana++
    at += isLong ? 3 : 1
  }
  return { all, common, late, kana }
}
