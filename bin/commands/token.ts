import { makeApiToken } from '@/forum/people/tokens'
import { aboutPerson, readHandle } from './people'

export async function makeToken(typed: string, name: string): Promise<string> {
  const handle = readHandle(typed)
  return aboutPerson(handle, () => makeApiToken(handle, name))
}
