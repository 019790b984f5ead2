import Bowser from 'bowser'
import { headers } from 'next/headers'
import type { Seat } from '@/forum/people/sessions'
import { networkOf } from '../network'

/** Longer than any browser says; parsing more would be work for whoever sends it. */
const MOST = 500

/** Where the request comes from, for the list of one's sessions. */
export async function seatHere(): Promise<Seat> {
  const given = await headers()
  return { device: deviceOf(given.get('user-agent') ?? ''), network: networkOf({ headers: given }) }
}

/** Browser and system in words, which is what people know of their own: "Firefox, Linux". */
export function deviceOf(userAgent: string): string | null {
  if (userAgent === '') return null
  const { browser, os } = Bowser.parse(userAgent.slice(0, MOST))
  const words = [browser.name, os.name].filter((word) => word !== undefined && word !== '')
  return words.length > 0 ? words.join(', ').slice(0, 100) : null
}
