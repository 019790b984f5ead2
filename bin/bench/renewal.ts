import { FIRST_ESSAY } from '../commands/names'
import { type Base, PARAGRAPH } from './database'
import { send } from './drive'
import type { Forum } from './forum'
import { postRequest } from './posting'

/** Medians, in ms to the first byte: of the first reader after a post, and of the next one. */
export type Renewal = { page: string; afterPost: number; next: number }

/** What a post costs whoever reads next: a prerendered page is drawn anew. */
export async function measureRenewal(forum: Forum, base: Base, times: number): Promise<Renewal[]> {
  const essay = `/essays/${FIRST_ESSAY}`
  const pages = [
    { page: 'essay page', path: essay },
    { page: 'thread, first page', path: `${essay}/p/${PARAGRAPH}` },
  ]
  const found: Renewal[] = []
  for (const { page, path } of pages) {
    const after: number[] = []
    const next: number[] = []
    for (let number = 1; number <= times; number++) {
      const url = `${forum.address}/api/paragraphs/${forum.thread.paragraphId}/comments`
      await send(postRequest(url, base.tokens[0] ?? '', number))
      after.push(await firstByte(forum.address + path))
      next.push(await firstByte(forum.address + path))
    }
    found.push({ page, afterPost: median(after), next: median(next) })
  }
  return found
}

async function firstByte(url: string): Promise<number> {
  return (await send({ url, method: 'GET', headers: {} })).firstByteMs
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
