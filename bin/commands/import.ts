import { type ImportEssay, ImportEssay as ImportSchema, Slug } from '@/forum/essay/input'
import { createEssay } from '@/forum/essay/mutations'
import { guessLanguage, slugOf } from '@/forum/essay/naming'
import type { Visibility } from '@/forum/essay/visibility-input'
import { parse } from '@/forum/parse'
import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'
import { Halt } from '../halt.mjs'
import { type EssayFile, readEssayFile } from './essay-file'

type Options = { slug?: string; authorHandles?: string[]; visibility?: Visibility }

/** Makes an essay of a text file; what its front matter does not say is guessed. @throws Halt */
export async function importEssay(file: string, options: Options = {}): Promise<{ slug: string; paragraphs: number }> {
  const read = await readEssayFile(file)
  const authorIds = await findAuthors(options.authorHandles ?? [])
  const input = { ...inputOf(file, read, options.slug), visibility: options.visibility ?? 'public' }
  try {
    await createEssay(input, authorIds)
  } catch (error) {
    if (!(error instanceof Refusal) || error.about.field !== 'slug') throw error
    throw new Halt(
      `There is an essay "${input.slug}" already: choose another with --slug, or use publish to revise it.`,
    )
  }
  return { slug: input.slug, paragraphs: read.paragraphs }
}

function inputOf(file: string, { front, title, source, format }: EssayFile, slug: string | undefined): ImportEssay {
  const asked = slug ?? front.slug
  if (asked !== undefined && !Slug.safeParse(asked).success)
    throw new Halt(`"${asked}" cannot be a slug: letters and digits with single hyphens between them, at most 80.`)
  try {
    return parse(ImportSchema, {
      slug: asked ?? slugOf(title),
      title,
      language: front.language ?? guessLanguage(source),
      note: front.note,
      source,
      format,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Halt(
      REASONS[error.about.field ?? ''] ?? `${file} cannot be imported: its ${error.about.field} is not right.`,
    )
  }
}

const REASONS: Record<string, string> = {
  title: 'The title has at most 200 characters: give one in the front matter (title: …).',
  language: 'The language in the front matter is not a language tag, such as en or zh-CN.',
  note: 'The note in the front matter has at most 500 characters.',
}

async function findAuthors(handles: readonly string[]): Promise<string[]> {
  const people = await db.person.findMany({
    where: { handle: { in: [...handles] } },
    select: { id: true, handle: true },
  })
  const unknown = handles.find((handle) => !people.some((person) => person.handle === handle))
  if (unknown !== undefined) throw new Halt(`There is nobody called ${unknown}: add them with user add ${unknown}.`)
  return people.map(({ id }) => id)
}
