import { refuseTooFast } from '@/forum/people/pace'
import type { Viewer } from '@/forum/viewer'

/** Each search reads through many comments: more than a person reads the answers of. */
const SEARCHES_OF_NETWORK = { name: 'search-net', points: 30, seconds: 60 }
const SEARCHES_OF_PERSON = { name: 'search', points: 30, seconds: 60 }

/** Whether one more search may be made. @param network where the request came from @throws Refusal too-fast */
export async function admitSearch(viewer: Viewer, network: string): Promise<void> {
  await refuseTooFast(SEARCHES_OF_NETWORK, network)
  if (viewer.id !== null) await refuseTooFast(SEARCHES_OF_PERSON, viewer.id)
}
