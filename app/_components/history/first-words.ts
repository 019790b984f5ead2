const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The beginning of a text, cut between two words where there are any: about `most` characters. */
export function firstWords(text: string, most = 100): string {
  const start = [...text.slice(0, most * 2 + 2)]
  if (start.length <= most) return text
  let words = ''
  for (const { segment } of segmenter.segment(start.join(''))) {
    if (words.length + segment.length > most) break
    words += segment
  }
  return `${words.trimEnd() || start.slice(0, most).join('')}…`
}
