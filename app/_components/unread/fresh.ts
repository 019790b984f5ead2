'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { commentAnchor } from '@/app/_web/address'
import type { readFresh } from '@/forum/unread/queries'
import { followedEssay, openThread, whenChanged } from './standing'
import { beginVisit, seeThread } from './visit'

type Arrived = { id: string; at: string }

/**
 * What of the open thread is new to its reader. `all`: every one of this visit, in the order of arrival, so that the mark of a
 * comment stays while the thread is open. `away`: those that are not on the page: `late` came while it was open.
 */
export type Fresh = {
  paragraphId: string
  all: readonly Arrived[]
  away: { id: string; late: boolean }[]
}

const SOON_MS = 200
/** Readers of one thread do not all ask in the same moment. */
const SPREAD_MS = 800

let fresh: Fresh | undefined
/** Those that were on a page, in this tab: reading goes on in another window of the thread. */
const shown = new Set<string>()
const watchers = new Set<() => void>()

export function useIsFresh(paragraphId: string, commentId: string): boolean {
  const is = () => fresh?.paragraphId === paragraphId && fresh.all.some(({ id }) => id === commentId)
  return useSyncExternalStore(watch, is, () => false)
}

export function useFresh(): Fresh | undefined {
  return useSyncExternalStore(
    watch,
    () => fresh,
    () => undefined,
  )
}

/** Asks what is new in a thread while it is open, and notes what of it has been on the page. */
export function useFollowedThread(paragraphId: string, known: boolean) {
  useEffect(() => (known ? followThread(paragraphId) : undefined), [paragraphId, known])
}

function followThread(paragraphId: string): () => void {
  const late = new Set<string>()
  let all: readonly Arrived[] | undefined
  let over = false
  const look = async () => {
    const answer = await ask(paragraphId)
    if (!answer || over) return
    const before = new Set(all?.map(({ id }) => id))
    const more = answer.comments.filter(({ id }) => !before.has(id))
    if (all) for (const { id } of more) late.add(id)
    all = [...(all ?? []), ...more]
    compare()
  }
  /** Which of them are on the page: seen is what has been there, up to the first that has not. */
  const compare = () => {
    if (!all || document.hidden) return
    for (const { id } of all) if (document.getElementById(commentAnchor(id))) shown.add(id)
    const away = all.filter(({ id }) => !shown.has(id)).map(({ id }) => ({ id, late: late.has(id) }))
    // Most of what changes on a page has nothing to do with it.
    if (fresh?.all === all && fresh.away.length === away.length) return
    fresh = { paragraphId, all, away }
    tell()
    void see(fresh)
  }
  void look()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = whenChanged((changed) => {
    if (!all || (changed !== null && changed !== paragraphId)) return
    clearTimeout(timer)
    timer = setTimeout(() => void look(), SOON_MS + Math.random() * SPREAD_MS)
  })
  // Pages of comments that come later, and the page drawn anew.
  const watching = new MutationObserver(compare)
  watching.observe(document.body, { subtree: true, childList: true })
  document.addEventListener('visibilitychange', compare)
  return () => {
    over = true
    stop()
    clearTimeout(timer)
    watching.disconnect()
    document.removeEventListener('visibilitychange', compare)
    fresh = undefined
    openThread(undefined)
    tell()
  }
}

async function see({ paragraphId, all, away }: Fresh) {
  openThread({ paragraphId, fresh: away.length })
  const first = all.findIndex(({ id }) => id === away[0]?.id)
  const until = all[(first === -1 ? all.length : first) - 1]?.at
  const followed = followedEssay()
  if (!until || !followed) return
  if (followed.guest) return seeThread(followed.slug, paragraphId, Date.parse(until))
  await fetch(`/api/paragraphs/${paragraphId}/read`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ until }),
  }).catch(() => undefined)
}

async function ask(paragraphId: string): Promise<Awaited<ReturnType<typeof readFresh>> | undefined> {
  const followed = followedEssay()
  const visit = followed?.guest ? beginVisit(followed.slug) : undefined
  const since = visit ? Math.max(visit.since, visit.seen[paragraphId] ?? 0) : undefined
  const query = since === undefined ? '' : `?${new URLSearchParams({ since: new Date(since).toISOString() })}`
  try {
    const answer = await fetch(`/api/paragraphs/${paragraphId}/fresh${query}`)
    return answer.ok ? ((await answer.json()) as Awaited<ReturnType<typeof readFresh>>) : undefined
  } catch {
    return undefined
  }
}

function tell() {
  for (const one of watchers) one()
}

function watch(one: () => void): () => void {
  watchers.add(one)
  return () => watchers.delete(one)
}
