'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { forgetMine } from '@/app/_components/comments/mine'
import { whenChanged } from '@/app/_components/unread/standing'
import { commentAnchor } from '@/app/_web/address'
import { SHOWN_MOST } from '@/forum/comments/limits'
import type { ThreadComment } from '@/forum/comments/queries'
import type { ShownNow } from '@/forum/comments/shown'
import type { CommentView } from '@/forum/comments/view'
import { isInSight } from './in-sight'

/**
 * What became of a comment after the page was drawn. `now`: as it is shown. `waits`: its new words, which would push about what
 * somebody is reading, until the reader asks for them. `gone`: not even its place is left for this reader.
 */
type Heard = { drawn: CommentView; now: CommentView; waits?: CommentView; gone?: boolean }

/** Of the comments on the page. */
const onPage = new Map<string, CommentView>()
const heard = new Map<string, Heard>()
const watchers = new Set<() => void>()
/** How many the last look found changed in their words or taken away. */
let changed = 0
/** Looks again soon, while a thread is followed. */
let again = () => {}

const SOON_MS = 200
/** Readers of one thread do not all ask in the same moment. */
const SPREAD_MS = 800

/** A comment as it is now, while its thread is open. */
export function useShown(drawn: ThreadComment): Omit<Heard, 'drawn'> {
  const known = useSyncExternalStore(
    watch,
    () => heard.get(drawn.id),
    () => undefined,
  )
  useEffect(() => stand(drawn), [drawn])
  return known?.drawn === drawn ? known : { now: drawn }
}

/** How many direct replies of a comment are not on the page. @param replies those that are */
export function useRepliesLeft(comment: CommentView, replies: readonly CommentView[]): number {
  const left = () => latest(comment).replyCount - replies.filter((reply) => latest(reply).status === 'published').length
  return useSyncExternalStore(watch, left, left)
}

/** For those who hear the page: of how many comments something else is shown, or offered, since the last look. */
export function useChangedCount(): number {
  return useSyncExternalStore(
    watch,
    () => changed,
    () => 0,
  )
}

/** The reader wants to see the new words. */
export function showNow(id: string) {
  const known = heard.get(id)
  if (known?.waits) put(id, { drawn: known.drawn, now: known.waits })
}

/** Asks what became of the comments on the page whenever their thread changes. */
export function useFollowedComments(paragraphId: string, known: boolean) {
  useEffect(() => (known ? follow(paragraphId) : undefined), [paragraphId, known])
}

function follow(paragraphId: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let late = false
  let over = false
  const look = async () => {
    timer = undefined
    // Whoever does not look at the page is shown it when they come back.
    late = document.hidden
    if (!late) await lookAt(paragraphId, () => over)
  }
  const soon = () => {
    timer ??= setTimeout(() => void look(), SOON_MS + Math.random() * SPREAD_MS)
  }
  const seen = () => late && !document.hidden && soon()
  const stop = whenChanged((which) => (which === null || which === paragraphId) && soon())
  document.addEventListener('visibilitychange', seen)
  again = soon
  return () => {
    over = true
    again = () => {}
    stop()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
    changed = 0
  }
}

async function lookAt(paragraphId: string, isOver: () => boolean) {
  const marks = [...onPage.values()].filter((comment) => comment.paragraphId === paragraphId).map(markOf)
  let words = 0
  for (let first = 0; first < marks.length; first += SHOWN_MOST) {
    const answer = await ask(paragraphId, marks.slice(first, first + SHOWN_MOST))
    if (!answer || isOver()) return
    if (answer.changed.some(({ status }) => status === 'removed' || status === 'held')) forgetMine(paragraphId)
    for (const comment of answer.changed) words += Number(take(comment))
    for (const id of answer.gone) words += Number(lose(id))
  }
  changed = words
  tell()
}

/** @returns whether other words are there to be read */
function take(comment: CommentView): boolean {
  const drawn = onPage.get(comment.id)
  if (!drawn) return false
  const { now, gone } = heard.get(comment.id) ?? { now: drawn, gone: false }
  const others = gone || comment.revision !== now.revision || comment.status !== now.status
  // What somebody reads stays under their eyes; what was taken away goes at once, and its room stays.
  if (others && comment.html !== null && comment.status !== 'removed' && isInSight(articleOf(comment.id)))
    put(comment.id, { drawn, now, gone, waits: comment })
  else {
    if (others) keepRoom(comment.id)
    put(comment.id, { drawn, now: comment })
  }
  return others
}

function lose(id: string): boolean {
  const drawn = onPage.get(id)
  if (!drawn || heard.get(id)?.gone) return false
  keepRoom(id)
  put(id, { drawn, now: heard.get(id)?.now ?? drawn, gone: true })
  return true
}

/** Less stands there now, and nothing moves up. */
function keepRoom(id: string) {
  const article = articleOf(id)
  if (article) article.style.minHeight = `${article.getBoundingClientRect().height}px`
}

const articleOf = (id: string) => document.querySelector<HTMLElement>(`#${commentAnchor(id)} > article`)

/** A comment was drawn: what had been heard of it before is in it. */
function stand(drawn: CommentView): () => void {
  const before = onPage.get(drawn.id)
  onPage.set(drawn.id, drawn)
  if (before && before !== drawn) {
    articleOf(drawn.id)?.style.removeProperty('min-height')
    if (heard.delete(drawn.id)) tell()
    // Unless it was read before that.
    again()
  }
  return () => {
    // The same comment drawn anew takes the place of this one first.
    queueMicrotask(() => {
      if (onPage.get(drawn.id) !== drawn) return
      onPage.delete(drawn.id)
      heard.delete(drawn.id)
    })
  }
}

const latest = (drawn: CommentView): CommentView => {
  const known = heard.get(drawn.id)
  if (known?.drawn !== drawn) return drawn
  return known.gone ? { ...known.now, status: 'deleted' } : known.now
}

function markOf(drawn: CommentView): string {
  const known = heard.get(drawn.id)
  const { id, status, revision, score, replyCount } = known?.waits ?? known?.now ?? drawn
  // One that is gone and comes back is another one again, whatever it was.
  return [id, known?.gone ? 'held' : status, revision, score, replyCount].join('~')
}

async function ask(paragraphId: string, marks: string[]): Promise<ShownNow | undefined> {
  try {
    const query = new URLSearchParams({ shown: marks.join(',') })
    const answer = await fetch(`/api/paragraphs/${paragraphId}/shown?${query}`)
    return answer.ok ? ((await answer.json()) as ShownNow) : undefined
  } catch {
    return undefined
  }
}

function put(id: string, state: Heard) {
  heard.set(id, state)
  tell()
}

function tell() {
  for (const one of watchers) one()
}

function watch(one: () => void): () => void {
  watchers.add(one)
  return () => watchers.delete(one)
}
