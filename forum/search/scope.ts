import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { listedEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import type { SearchQuery } from './input'

/** What a search is narrowed to, by ids. `until` is the first moment after the last day. */
export type Scope = { essayId?: string; paragraphId?: string; authorId?: string; since?: Date; until?: Date }

const DAY = 86_400_000

/** @throws Refusal `bad-input` with the field that names nothing the viewer may find, or does not go with the others */
export async function findScope(viewer: Viewer, asked: SearchQuery): Promise<Scope> {
  const essayId = await findEssay(viewer, asked)
  const scope: Scope = {}
  if (essayId !== undefined) scope.essayId = essayId
  if (asked.paragraph !== undefined && essayId !== undefined)
    scope.paragraphId = await findParagraph(essayId, asked.paragraph)
  if (asked.person !== undefined) scope.authorId = await findPerson(asked.person)
  if (asked.since !== undefined) scope.since = new Date(asked.since)
  if (asked.until !== undefined) scope.until = new Date(new Date(asked.until).getTime() + DAY)
  if (scope.since && scope.until && scope.since >= scope.until) throw wrong('until')
  // Nobody wrote a paragraph, and it is not of one day: these narrow comments.
  if (asked.in === 'text' && isOfComments(scope)) throw wrong('in')
  return scope
}

/** Whether there is something in it that only comments have. */
export const isOfComments = ({ authorId, since, until }: Scope) =>
  authorId !== undefined || since !== undefined || until !== undefined

const wrong = (field: keyof SearchQuery) => new Refusal('bad-input', { field })

async function findEssay(viewer: Viewer, { essay, paragraph }: SearchQuery): Promise<string | undefined> {
  if (essay === undefined && paragraph === undefined) return undefined
  const found = await db.essay.findMany({
    where: { AND: [listedEssays(viewer), essay === undefined ? {} : { slug: essay }] },
    select: { id: true },
    take: 2,
  })
  const [one, another] = found
  if (!one || another) throw wrong('essay')
  return one.id
}

async function findParagraph(essayId: string, ordinal: number): Promise<string> {
  const wording = await db.wording.findFirst({
    where: { ordinal, revision: { essayId } },
    orderBy: { revision: { number: 'desc' } },
    select: { paragraphId: true, paragraph: { select: { retiredInId: true } } },
  })
  if (!wording || wording.paragraph.retiredInId !== null) throw wrong('paragraph')
  return wording.paragraphId
}

async function findPerson(handle: string): Promise<string> {
  const person = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!person) throw wrong('person')
  return person.id
}
