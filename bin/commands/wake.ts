import { CHANNEL } from '@/forum/change'
import { ALL_PAGES } from '@/lib/pages'

/** For what goes past the mutations: a running server draws every page anew. */
export const WAKE_ALL = {
  text: 'SELECT pg_notify($1, $2)',
  values: [CHANNEL, JSON.stringify({ pid: process.pid, tags: [ALL_PAGES], events: [] })],
}
