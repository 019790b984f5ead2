import { createHash } from 'node:crypto'
import { z } from 'zod'
import { actorOf, detailsOf } from '@/app/_components/moderation/log-words'
import { feed, fullAddress, latest } from '@/app/_web/feed'
import { readLog } from '@/forum/log/queries'
import { LOCALE } from '@/messages/language'
import { log } from '@/messages/log'

/** The newest entries of the public log. */
export const GET = feed(z.strictObject({}), async (_, language) => {
  const t = log[language]
  const page = fullAddress(language, '/log')
  const lines = (await readLog()).entries
  const entries = lines.map((line) => ({
    id: idFrom(line.hash),
    title: t.acts[line.act] ?? line.act,
    page: `${page}?before=${line.seq + 1}`,
    published: new Date(line.at),
    updated: new Date(line.at),
    author: { name: actorOf(line, language) ?? t.title },
    text: [line.reason, detailsOf(line.details, language)].filter(Boolean).join('\n'),
  }))
  return {
    id: idFrom(createHash('sha256').update(fullAddress('en', '/log')).digest('hex')),
    title: t.feed,
    language: LOCALE[language],
    self: `${page}/feed`,
    page,
    updated: latest(entries, new Date(0)),
    entries,
  }
})

/** A UUID version 8 (RFC 9562: made as we like) from a fingerprint. @param hash SHA-256, hex */
function idFrom(hash: string): string {
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return [...parts, hash.slice(20, 32)].join('-')
}
