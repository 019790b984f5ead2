import { z } from 'zod'
import { personPath } from '@/app/_web/address'
import { commentEntry, feed, fullAddress, latest } from '@/app/_web/feed'
import { readPersonFeed } from '@/forum/feeds/queries'
import { AskedHandle } from '@/forum/people/input'
import { feeds } from '@/messages/feeds'
import { LOCALE } from '@/messages/language'

/** What one person says, in all essays that are listed. */
export const GET = feed(z.strictObject({ handle: AskedHandle }), async ({ handle }, language) => {
  const { person, comments } = await readPersonFeed(handle)
  const page = fullAddress(language, personPath(person.handle))
  const entries = comments.map((comment) => commentEntry(comment, language))
  return {
    id: person.id,
    title: feeds[language].ofPerson(person.displayName),
    language: LOCALE[language],
    self: `${page}/feed`,
    page,
    updated: latest(entries, person.createdAt),
    entries,
  }
})
