import { unstable_cache } from 'next/cache'
import { ALL_PAGES } from './pages'

/**
 * Reads through the page cache: a prerendered page that reads this way carries the tags and is drawn anew when one of
 * them expires (lib/pages.ts). Only for what is the same for everybody; never with a viewer.
 */
export function cached<T>(key: string[], tags: string[], read: () => Promise<T>): Promise<T> {
  return unstable_cache(read, key, { tags: [ALL_PAGES, ...tags] })()
}
