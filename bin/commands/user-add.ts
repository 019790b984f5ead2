import { addPerson } from '@/forum/people/add'
import { makeSignInLink } from '@/forum/people/links'
import { setRole } from '@/forum/people/mutations'
import type { Role } from './names'
import { readEmail, readHandle } from './people'
import { forumAddress } from './with-forum'

/** Adds a person. @returns their handle as stored, and the address that signs them in once. */
export async function userAdd(
  typed: string,
  options: { role?: Role; email?: string; name?: string },
): Promise<{ handle: string; link: string }> {
  const handle = readHandle(typed)
  const { id } = await addPerson({
    handle,
    ...(options.name === undefined ? {} : { displayName: options.name }),
    ...(options.email === undefined ? {} : { email: readEmail(options.email) }),
  })
  if (options.role) await setRole({ handle, role: options.role, byId: null })
  return { handle, link: `${forumAddress()}/welcome/${await makeSignInLink(id)}` }
}
