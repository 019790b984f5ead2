/** The sentences of a text, none longer than `most` characters. @param language BCP 47 */
export function sentencesOf(text: string, language: string, most: number): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return [...segmenter.segment(text)]
    .flatMap(({ segment }) => segment.split('\n'))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && [...sentence].length <= most)
}
