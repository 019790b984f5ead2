import { enqueue } from '@/forum/job'
import { db } from '@/lib/db'
import { peopleWithNews } from './mails'

/** One job a person, so that one address that makes trouble keeps nobody else waiting. */
export async function mailEverybody(): Promise<void> {
  for (const personId of await peopleWithNews())
    await enqueue(db, 'mail', { personId }, { key: `mail:${personId}`, joins: true })
}
