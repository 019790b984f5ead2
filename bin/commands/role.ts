import { setRole } from '@/forum/people/mutations'
import type { Role } from './names'
import { aboutPerson, readHandle } from './people'

/** The public log says that the operator did it. */
export async function changeRole(typed: string, role: Role): Promise<{ handle: string }> {
  const handle = readHandle(typed)
  await aboutPerson(handle, () => setRole({ handle, role, byId: null }))
  return { handle }
}
