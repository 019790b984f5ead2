import { z } from 'zod'
import { parse } from '@/forum/parse'
import { Email, Handle } from '@/forum/people/input'
import { Refusal } from '@/forum/refusal'
import { Halt } from '../halt.mjs'

/** What the operator typed, as the forum stores it. @throws Refusal, Halt */
export const readHandle = (typed: string) => parse(z.object({ handle: Handle }), { handle: typed }).handle
export const readEmail = (typed: string) => {
  const email = Email.safeParse(typed)
  if (!email.success) throw new Halt(`"${typed}" is not an e-mail address.`)
  return email.data
}

/** Runs a mutation that is about a person; "not found" then means them. @throws Halt */
export async function aboutPerson<T>(handle: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') throw new Halt(`There is nobody called ${handle}.`)
    throw error
  }
}
