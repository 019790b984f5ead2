import { cookies } from 'next/headers'
import { readHalfway, startSession } from '@/forum/people/sessions'
import { viewerOfPerson, viewerOfSession } from '@/forum/people/standing'
import type { Viewer } from '@/forum/viewer'
import { inLanguage } from '../address'
import { goThen, languageOfPath, thenPath, withThen } from '../then'
import { ownCookie } from './cookie'
import { sessionCookie } from './options'
import { seatHere } from './seat'
import { sessionToken, signOut } from './session'

type Going = { to: string; asItIs?: boolean }

/**
 * Signs a person in whom we have checked ourselves (password, one-time link, passkey), in the place of whoever was, and
 * leads on: to the second step where one is asked for.
 * @param strong what they showed was two things already
 */
export async function arrive(personId: string, then: string | undefined, strong = false): Promise<Going> {
  await signOut()
  const { token, expires, halfway } = await startSession(personId, await seatHere(), strong)
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...ownCookie(), expires })
  return halfway ? toSecondStep(then) : goAs(await viewerOfPerson(personId), then)
}

/** Where somebody goes whom next-auth signed in. */
export async function goOn(then: string | undefined): Promise<Going> {
  const token = await sessionToken()
  return (await readHalfway(token)) ? toSecondStep(then) : goAs(await viewerOfSession(token), then)
}

/** Whoever may not write yet passes a page that says so, and leads on. */
function goAs(viewer: Viewer, then: string | undefined): Going {
  if (!isBarred(viewer)) return goThen(then)
  return thenPath(then) === '/' ? { to: '/sign-up/waiting' } : { to: waitingPath(then), asItIs: true }
}

export const isBarred = (viewer: Viewer) => viewer.role !== 'guest' && viewer.barred !== null

/** The page for who may not write yet, in the language of the way back. */
export function waitingPath(then: string | undefined): string {
  const back = thenPath(then)
  return inLanguage(languageOfPath(back), withThen('/sign-up/waiting', back))
}

/** The page of the second step, in the language of the way back. */
export function secondStepPath(then: string | undefined): string {
  const back = thenPath(then)
  return inLanguage(languageOfPath(back), withThen('/sign-in/second', back))
}

/** The form's own language where there is no way back that tells one. */
function toSecondStep(then: string | undefined): Going {
  if (thenPath(then) === '/') return { to: '/sign-in/second' }
  return { to: secondStepPath(then), asItIs: true }
}
