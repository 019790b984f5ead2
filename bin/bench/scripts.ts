import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { FIRST_ESSAY } from '../commands/names'
import { send } from './drive'
import type { Forum } from './forum'

export type Scripts = { files: number; raw: number; gzip: number; brotli: number }

/**
 * Bytes of all scripts the essay's page names, in its tags and in the data React starts from: what a browser fetches
 * before anybody has touched anything. `nomodule` ones are for browsers that are gone. Compressed as hard as it goes,
 * which a file server in front does once; Node's own compression is a little larger.
 */
export async function measureScripts(forum: Forum): Promise<Scripts> {
  const { body } = await get(`${forum.address}/essays/${FIRST_ESSAY}`)
  const modern = body.replace(/<script[^>]*\snomodule[^>]*>/gi, '')
  const paths = new Set(
    [...modern.matchAll(/(?:\/_next\/)?(static\/chunks\/[\w./~%-]+?\.js)/g)].map(([, path]) => path),
  )
  const sizes = { files: 0, raw: 0, gzip: 0, brotli: 0 }
  for (const path of paths) {
    const script = Buffer.from((await get(`${forum.address}/_next/${path}`)).body)
    sizes.files++
    sizes.raw += script.length
    sizes.gzip += gzipSync(script, { level: 9 }).length
    sizes.brotli += brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
  }
  return sizes
}

async function get(url: string) {
  const answer = await send({ url, method: 'GET', headers: { 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return answer
}
