'use client'
import { useSyncExternalStore } from 'react'
import { read, together, write } from './draft'
import { draftKey } from './draft-key'
import { type Sent, sendComment, type Written } from './send-comment'

// Comments that were sent while nobody answered: kept on this device, and sent when the network is back. Each carries the
// clientId it was sent with, so that one whose answer was lost, or that two tabs send, is one comment.

const NAME = 'waiting'
const CHANGED = 'marginalia:waiting'
/** A person writes a few in a tunnel; more is not kept unsent. */
const MOST = 20

export type Waiting = Omit<Written, 'editing'> & {
  /** Whose it is: nobody else's session sends it. */
  by: string
}
export type Outcome = { of: Waiting; id: string; isHeld: boolean } | { of: Waiting; problem: string | undefined }

const EMPTY: Waiting[] = []
let known = { stored: '', items: EMPTY }
let outcomes: ((outcome: Outcome) => void)[] = []

/** What waits on this device. */
export function useWaiting(): Waiting[] {
  return useSyncExternalStore(subscribe, readWaiting, () => EMPTY)
}

/** @returns whether this device can keep it */
export function keepWaiting(item: Waiting): boolean {
  const others = readWaiting().filter(({ clientId }) => clientId !== item.clientId)
  return others.length < MOST && store([...others, item])
}

/** It is not to be sent any more. It may have arrived before: sent again with its clientId, it is the same comment. */
export function takeBack(item: Waiting) {
  store(readWaiting().filter(({ clientId }) => clientId !== item.clientId))
}

/** The same, where no form is open for it: its words become the draft of this device. */
export function makeDraft(item: Waiting) {
  takeBack(item)
  const key = draftKey(item.paragraphId, item.parentId)
  write(key, together(read(key), item.body))
}

/** Tells what became of each that waited. */
export function onOutcome(listener: (outcome: Outcome) => void): () => void {
  outcomes = [...outcomes, listener]
  return () => {
    outcomes = outcomes.filter((one) => one !== listener)
  }
}

let sending: Promise<void> | undefined

/** Sends what waits, one after another, until nobody answers. @param by who is signed in here */
export function sendWaiting(by: string): Promise<void> {
  sending ??= sendEach(by).finally(() => {
    sending = undefined
  })
  return sending
}

async function sendEach(by: string) {
  for (const item of readWaiting().filter((one) => one.by === by)) {
    const sent = await sendComment(item)
    if (isUnreachable(sent)) return
    // Somebody has taken it back meanwhile.
    if (!readWaiting().some(({ clientId }) => clientId === item.clientId)) continue
    const outcome: Outcome =
      sent !== 'sign-in' && 'id' in sent
        ? { of: item, id: sent.id, isHeld: sent.status === 'held' }
        : { of: item, problem: sent === 'sign-in' ? undefined : sent.problem }
    if ('id' in outcome) takeBack(item)
    else makeDraft(item)
    for (const tell of outcomes) tell(outcome)
  }
}

export const isUnreachable = (sent: Sent) => sent !== 'sign-in' && 'problem' in sent && sent.unreachable === true

function store(items: Waiting[]): boolean {
  const kept = write(NAME, items.length > 0 ? JSON.stringify(items) : '')
  window.dispatchEvent(new Event(CHANGED))
  return kept
}

function readWaiting(): Waiting[] {
  const stored = read(NAME)
  if (stored !== known.stored) known = { stored, items: parse(stored) }
  return known.items
}

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed)
  // Another tab.
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', changed)
  }
}

function parse(stored: string): Waiting[] {
  try {
    const items: unknown = JSON.parse(stored || '[]')
    return Array.isArray(items) ? items.filter(isWaiting) : EMPTY
  } catch {
    return EMPTY
  }
}

function isWaiting(item: unknown): item is Waiting {
  if (typeof item !== 'object' || item === null) return false
  const fields = item as Record<string, unknown>
  return (
    ['paragraphId', 'body', 'quote', 'clientId', 'by', 'language'].every((name) => typeof fields[name] === 'string') &&
    (fields.parentId === undefined || typeof fields.parentId === 'string')
  )
}
