/** Shorter ones are parsed as they are. */
const LEAST = 200
const PICTURE = new RegExp(`data:image/(?:png|jpeg|gif|webp);base64,[\\w+/=]{${LEAST},}`, 'gi')

/**
 * Pictures that stand in the text itself are megabytes of letters to a parser, so short names stand for them while it
 * reads. `bringBack` undoes it in any part of what was read.
 */
export function takePictures(source: string): { source: string; bringBack: (part: string) => string } {
  // A name that nothing in the text has by chance.
  const taken = new Set(source.match(/data:,picture\d+-/g))
  let number = 0
  while (taken.has(`data:,picture${number}-`)) number++
  const mark = `data:,picture${number}-`
  const pictures: string[] = []
  const lean = source.replace(PICTURE, (picture) => `${mark}${pictures.push(picture) - 1};`)
  if (pictures.length === 0) return { source, bringBack: (part) => part }
  const name = new RegExp(`${mark}(\\d+);`, 'g')
  return { source: lean, bringBack: (part) => part.replace(name, (_, index) => pictures[Number(index)] ?? '') }
}
