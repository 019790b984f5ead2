import { addPerson } from '@/forum/people/add'
import { setRole } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { PEOPLE } from '../scenarios/people'

const AUTHOR = 'the-author'
const MODERATORS = ['margin-keeper', 'wen-mod']

/** The people of the scenarios, by key; those who are there already are taken as they are. */
export async function ensurePeople(essayId: string): Promise<Map<string, Viewer>> {
  const viewers = new Map<string, Viewer>()
  for (const { key, handle, displayName, language } of PEOPLE) {
    const found = await db.person.findUnique({ where: { handle }, select: { id: true } })
    const { id } = found ?? (await addPerson({ handle, displayName, language }))
    if (!found && MODERATORS.includes(key)) await setRole({ handle, role: 'moderator', byId: null })
    if (key === AUTHOR) await makeAuthor(essayId, id)
    viewers.set(key, await viewerOfPerson(id))
  }
  return viewers
}

async function makeAuthor(essayId: string, personId: string) {
  await db.essayAuthor.createMany({ data: [{ essayId, personId }], skipDuplicates: true })
}
