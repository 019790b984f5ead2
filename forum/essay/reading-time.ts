// Silent reading of non-fiction: 238 words a minute in English (Brysbaert 2019, a meta-analysis); for Chinese 260 words,
// of about 1.5 characters each. Other scripts fall under words.
const WORDS_A_MINUTE = 238
const HAN_A_MINUTE = 400

/** Minutes to read these paragraphs, at least 1. */
export function readingMinutes(texts: readonly string[]): number {
  let minutes = 0
  for (const text of texts) {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
    const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    minutes += han / HAN_A_MINUTE + words / WORDS_A_MINUTE
  }
  return Math.max(1, Math.round(minutes))
}
