import { setRole } from '@/forum/people/mutations'
import { Refusal } from '@/forum/refusal'
import { Halt } from '../halt.mjs'
import type { Role } from './names'
import { aboutPerson, readHandle } from './people'

/** The public log says that the operator did it. @param of the slugs of the essays that a moderator is one of @throws Halt */
export async function changeRole(typed: string, role: Role, of?: readonly string[]): Promise<{ handle: string }> {
  const handle = readHandle(typed)
  if (of && role !== 'moderator') throw new Halt('Only a moderator is one of certain essays.')
  const given = role === 'moderator' ? { role, of: of ?? ('all' as const) } : { role }
  try {
    await aboutPerson(handle, () => setRole({ ...given, handle, byId: null }))
  } catch (error) {
    if (error instanceof Refusal && error.about.field === 'of')
      throw new Halt(`There is no such essay: ${of?.join(', ')}.`)
    throw error
  }
  return { handle }
}
