import { makeOwnerLink } from '@/forum/people/links'
import { forumAddress } from './with-forum'

/** The full address that makes its visitor the owner; the one before it stops working. Null when there is an owner. */
export async function ownerLink(): Promise<string | null> {
  const secret = await makeOwnerLink()
  return secret === null ? null : `${forumAddress()}/welcome/${secret}`
}
