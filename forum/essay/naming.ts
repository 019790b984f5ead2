// What an essay is called when its author does not say.

/** The title's letters and digits, of any script, in lower case. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}'’]+/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  const slug = (words ?? []).join('-')
  return slug.length <= 80 ? slug || 'essay' : slug.slice(0, 80).replace(/-[^-]*$/, '')
}

/** Chinese when most of the letters are Han, else English. */
export function guessLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0
  return han * 2 > letters ? 'zh' : 'en'
}
