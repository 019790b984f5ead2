import { cookies } from 'next/headers'
import { readHalfway, startSession } from '@/forum/people/sessions'
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
  return halfway ? toSecondStep(then) : goThen(then)
}

/** Where somebody goes whom next-auth signed in. */
export async function goOn(then: string | undefined): Promise<Going> {
  return (await readHalfway(await sessionToken())) ? toSecondStep(then) : goThen(then)
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
