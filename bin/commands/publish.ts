import { Note } from '@/forum/essay/input'
import { type FateCounts, publishRevision } from '@/forum/essay/publish'
import { parse } from '@/forum/parse'
import { Refusal } from '@/forum/refusal'
import { Halt } from '../halt.mjs'
import { readEssayFile } from './essay-file'

/** @returns the sentence to print */
export async function publish(slug: string, file: string, note: string | undefined): Promise<string> {
  const { source, format, front } = await readEssayFile(file)
  if (front.slug !== undefined && front.slug !== slug)
    throw new Halt(`The front matter of ${file} names another essay, ${front.slug}: nothing was published.`)
  try {
    const remark = note === undefined ? {} : { note: parse(Note, note) }
    const done = await publishRevision({ slug, source, format, publishedById: null, ...remark })
    if (!done.changed) return `${slug} reads like that already (revision ${done.revision}): nothing was published.`
    return `Published revision ${done.revision} of ${slug}: ${listed(done)}.`
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') throw new Halt(`There is no essay ${slug}.`)
    if (error instanceof Refusal && error.code === 'bad-input')
      throw new Halt('The note has 1 to 500 characters that can be seen.')
    throw error
  }
}

const FATES = ['kept', 'edited', 'moved', 'split', 'merged', 'restored', 'removed', 'added'] as const

function listed(counts: FateCounts): string {
  return FATES.filter((fate) => counts[fate] > 0)
    .map((fate) => `${counts[fate]} ${fate}`)
    .join(', ')
}
