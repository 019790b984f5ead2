import { headers } from 'next/headers'
import { cache } from 'react'
import { readToken, viewerOfPerson, viewerOfSession, viewerOfToken } from '@/forum/people/standing'
import { Refusal } from '@/forum/refusal'
import { GUEST, type Viewer } from '@/forum/viewer'
import { sessionPersonId, sessionToken } from './auth/session'

/** Who is asking, by cookie; once a request. Never call it in a page that is the same for everybody. */
export const viewer = cache(async (): Promise<Viewer> => {
  const personId = await sessionPersonId()
  return personId ? viewerOfPerson(personId) : GUEST
})

export type Caller = {
  viewer: Viewer
  by: 'token' | 'cookie' | 'nobody'
  /** False for a token that is for reading. */
  mayChange: boolean
  /** The same question later, when the request is over and its answer goes on: who signed out meanwhile is a guest. */
  again: () => Promise<Viewer>
}

/**
 * Who is asking at a JSON door: a token wins over a cookie, and a token that is wrong is an error, never a guest.
 * @throws Refusal bad-token
 */
export async function caller(): Promise<Caller> {
  const authorization = (await headers()).get('authorization')
  if (authorization !== null) {
    const token = /^Bearer ([\w.~+/-]{8,200}=*)$/i.exec(authorization.trim())?.[1]
    const found = token ? await readToken(token) : null
    if (!found) throw new Refusal('bad-token')
    const mayChange = found.scope !== 'read'
    return {
      viewer: found.viewer,
      by: 'token',
      mayChange,
      again: async () => (await viewerOfToken(token ?? '')) ?? GUEST,
    }
  }
  const found = await viewer()
  if (found.role === 'guest') return { viewer: found, by: 'nobody', mayChange: true, again: async () => GUEST }
  const token = await sessionToken()
  return { viewer: found, by: 'cookie', mayChange: true, again: () => viewerOfSession(token) }
}
