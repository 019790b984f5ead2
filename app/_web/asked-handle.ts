import { notFound } from 'next/navigation'
import { AskedHandle } from '@/forum/people/input'

/** The handle in an address, which Next hands over as it was written there; what cannot be one is no page. */
export function askedHandle(segment: string): string {
  try {
    return AskedHandle.safeParse(decodeURIComponent(segment)).data ?? notFound()
  } catch (error) {
    if (error instanceof URIError) notFound()
    throw error
  }
}
