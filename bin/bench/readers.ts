import { FIRST_ESSAY } from '../commands/names'
import { PARAGRAPH } from './database'
import { drive } from './drive'
import type { Forum } from './forum'
import type { Loaded } from './load'
import { number } from './table'

export const READERS = 2

/** One after the other what a reader looks at: the essay, the discussion, its data. */
export function read(forum: Forum, ended: () => boolean, until: number): Promise<Loaded> {
  const essay = `/essays/${FIRST_ESSAY}`
  const paths = [essay, `${essay}/p/${PARAGRAPH}`, `/api/paragraphs/${forum.thread.paragraphId}/comments`]
  let count = 0
  return drive(READERS, () => {
    if (ended() || Date.now() > until) return null
    return { url: `${forum.address}${paths[count++ % paths.length]}`, method: 'GET', headers: {} }
  })
}

export const whatTheyWaited = ({ requests, p50, p99, failed }: Loaded) =>
  `${number(requests)} pages, half within ${p50.toFixed(1)} ms, 99 of 100 within ${p99.toFixed(0)} ms, ${failed} failed`
