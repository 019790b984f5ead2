/**
 * Plain text into paragraphs: separated by blank lines when there are any between words, otherwise one a line. The words
 * stay as they are; only the white space around a paragraph goes.
 */
export function splitText(text: string): { text: string }[] {
  const blank = /\n[ \t\u3000]*\n/
  const parts = blank.test(text.trim()) ? text.split(/\n(?:[ \t\u3000]*\n)+/) : text.split('\n')
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part }))
}
