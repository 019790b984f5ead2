'use client'
import { useSyncExternalStore } from 'react'
import { type Changed, listenToEssay } from '@/app/_components/live/essay-stream'
import type { Standing } from '@/forum/unread/queries'
import { beginVisit, goOn, marksOf, seeAll } from './visit'

type Counts = { comments: number; fresh: number }
const NOTHING: Map<string, Counts> = new Map()

// One essay a page: what its marks say beside the shared page, for everything in it that shows a number.
let counts: Map<string, Counts> = NOTHING
let followed: { slug: string; guest: boolean } | undefined
let opened: { paragraphId: string; fresh: number } | undefined
const watchers = new Set<() => void>()
/** Those who have to look again when a thread changes. */
const changes = new Set<(changed: Changed) => void>()

const SOON_MS = 200
/** Readers of one essay do not all ask in the same moment. */
const SPREAD_MS = 1_300

/** What the server says of a paragraph now; undefined as long as the page is all there is. */
export function useCounts(paragraphId: string): Counts | undefined {
  return useSyncExternalStore(watch, () => counts.get(paragraphId), nothing)
}

/** All paragraphs together. */
export function useAllCounts(): ReadonlyMap<string, Counts> {
  return useSyncExternalStore(
    watch,
    () => counts,
    () => NOTHING,
  )
}

/** The page has been drawn anew with another number: it is newer than what was asked for before. */
export function drawnAnew(paragraphId: string, comments: number) {
  const known = counts.get(paragraphId)
  if (known && known.comments !== comments) put([[paragraphId, { ...known, comments }]])
}

/** @returns no longer */
export function whenChanged(tell: (changed: Changed) => void): () => void {
  changes.add(tell)
  return () => changes.delete(tell)
}

/** Whose marks are kept where, for those who add to them. */
export const followedEssay = () => followed

/** Of the open thread the page knows itself how much of what is new has not been on it. */
export function openThread(thread: { paragraphId: string; fresh: number } | undefined) {
  opened = thread
  put([])
}

/** Keeps the numbers of an essay up to date while its page is open. @returns ends it */
export function followEssay(slug: string, guest: boolean): () => void {
  followed = { slug, guest }
  let dirty: Set<string> | 'all' | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    timer = undefined
    // Whoever does not look at the page is told when they come back to it.
    if (document.hidden || dirty === undefined) return
    const [only, ...more] = dirty === 'all' ? [] : dirty
    dirty = undefined
    await ask(slug, guest, more.length === 0 ? only : undefined)
  }
  const note = (changed: Changed) => {
    if (changed === null || dirty === 'all') dirty = 'all'
    else dirty = (dirty ?? new Set()).add(changed)
    for (const tell of changes) tell(changed)
  }
  const later = (changed: Changed) => {
    note(changed)
    timer ??= setTimeout(() => void look(), counts === NOTHING ? 0 : SOON_MS + Math.random() * SPREAD_MS)
  }
  const shown = () => void (document.hidden || look())
  document.addEventListener('visibilitychange', shown)
  let end = listenToEssay(slug, later)
  // A page that the browser keeps for the way back holds no stream.
  const hide = () => end()
  const show = ({ persisted }: PageTransitionEvent) => {
    if (persisted) end = listenToEssay(slug, later)
  }
  window.addEventListener('pagehide', hide)
  window.addEventListener('pageshow', show)
  return () => {
    end()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', shown)
    window.removeEventListener('pagehide', hide)
    window.removeEventListener('pageshow', show)
    followed = undefined
    counts = NOTHING
  }
}

async function ask(slug: string, guest: boolean, paragraph: string | undefined) {
  const visit = guest ? beginVisit(slug) : undefined
  const query = new URLSearchParams({ ...(visit ? marksOf(visit) : {}), ...(paragraph ? { paragraph } : {}) })
  const address = `/api/essays/${encodeURIComponent(slug)}`
  const answer = await fetch(`${address}/standing?${query}`).catch(() => undefined)
  if (!answer?.ok || followed?.slug !== slug) return
  const standing = (await answer.json()) as Standing
  // The first visit: from now on there is something to compare with.
  if (guest && !visit) seeAsGuest(slug, standing)
  else if (guest) goOn(slug, Date.parse(standing.settled))
  else if (!standing.known) await fetch(`${address}/read`, { method: 'PUT' }).catch(() => undefined)
  put(standing.paragraphs.map(({ id, comments, fresh }) => [id, { comments, fresh }]))
}

/** @returns whether it worked */
export async function markAllRead(slug: string): Promise<boolean> {
  const address = `/api/essays/${encodeURIComponent(slug)}`
  try {
    if (followed?.guest) {
      const answer = await fetch(`${address}/standing`)
      if (!answer.ok) return false
      seeAsGuest(slug, (await answer.json()) as Standing)
    } else if (!(await fetch(`${address}/read`, { method: 'PUT' })).ok) return false
  } catch {
    return false
  }
  put([...counts].map(([id, { comments }]) => [id, { comments, fresh: 0 }]))
  return true
}

function seeAsGuest(slug: string, { settled, paragraphs }: Standing) {
  const late = paragraphs.flatMap(({ id, latest }) => (latest ? [[id, Date.parse(latest)] as const] : []))
  seeAll(slug, Date.parse(settled), Object.fromEntries(late))
}

function put(known: [string, Counts][]) {
  counts = new Map([...counts, ...known])
  const open = opened && counts.get(opened.paragraphId)
  if (opened && open) counts.set(opened.paragraphId, { ...open, fresh: opened.fresh })
  for (const tell of watchers) tell()
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

const nothing = () => undefined
