'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { UNSENT_MAX } from '@/forum/unsent/limits'
import type { Unsent } from '@/forum/unsent/queries'
import { read, write } from './draft'
import { draftKey } from './draft-key'
import { forgetMine, useMine } from './mine'

const PAUSE_MS = 1_500
/** What could not be saved is tried again while nothing else is typed. */
const AGAIN_MS = 30_000

type Place = { paragraphId: string; parentId: string | undefined }
type Words = { body: string; quote: string }
/** What the server had when this device last heard of it. */
type Seen = Words & { version: number }

/**
 * The draft on the server, for members: what was begun on another device comes into an empty field, what is typed here is
 * saved after a pause. Where both have words that do not know of each other, `other` has those of the other device and
 * nothing is saved until the person has decided.
 */
export function useServerDraft(place: Place, now: Words, take: (words: Words) => void, on: boolean) {
  const { paragraphId, parentId } = place
  const key = `seen:${draftKey(paragraphId, parentId)}`
  const member = Boolean(useMe()?.handle) && on
  const mine = useMine(paragraphId, member)
  const [seen, setSeen] = useState<Seen | null>()
  const [other, setOther] = useState<Seen>()
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const remember = useCallback(
    (next: Seen | null) => {
      setSeen(next)
      write(key, next ? JSON.stringify(next) : '')
    },
    [key],
  )
  const heard = useRef<(found: Unsent | undefined) => void>(() => undefined)
  heard.current = (found) => {
    const before = parse(read(key))
    const there = found && { body: found.body, quote: found.quote ?? '', version: found.version }
    if (!there) {
      // Sent or thrown away on another device, and not touched here since: it is done.
      if (before && same(before, now)) take({ body: '', quote: '' })
      return remember(null)
    }
    // Emptied here since, or sent: that is what the server has to hear. A field that never had it takes it.
    const isEmpty = now.body.trim() === ''
    if (isEmpty && before?.version !== there.version) take(there)
    else if (!isEmpty && !same(there, now) && before?.version !== there.version) return setOther(there)
    remember(there)
  }
  useEffect(() => {
    if (member && mine && seen === undefined)
      heard.current(mine.unsent.find((draft) => draft.parentId === (parentId ?? null)))
  }, [member, mine, seen, parentId])

  const save = useCallback(
    (words: Words, base: number | undefined, leaving = false) => {
      const saving = line.current.then(async () => {
        const answer = await put({ paragraphId, parentId }, words, base, leaving)
        if (answer === 'changed') {
          const found = await ask({ paragraphId, parentId })
          if (found) setOther({ body: found.body, quote: found.quote ?? '', version: found.version })
          else remember(null)
        } else if (answer) remember(answer.version === null ? null : { ...words, version: answer.version })
        forgetMine(paragraphId)
      })
      line.current = saving.catch(() => undefined)
      return line.current
    },
    [paragraphId, parentId, remember],
  )
  const { body, quote } = now
  const isWaiting =
    member &&
    seen !== undefined &&
    other === undefined &&
    body.length <= UNSENT_MAX &&
    (seen ? !same(seen, { body, quote }) : body.trim() !== '')
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => void save({ body, quote }, seen?.version), PAUSE_MS)
    const leave = () => document.visibilityState === 'hidden' && void save({ body, quote }, seen?.version, true)
    const back = () => void save({ body, quote }, seen?.version)
    const again = setInterval(back, AGAIN_MS)
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', back)
    return () => {
      clearTimeout(timer)
      clearInterval(again)
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', back)
    }
  }, [isWaiting, body, quote, seen, save])

  return {
    /** The words stand on the server as they stand here. */
    isSaved: Boolean(member && seen && same(seen, now)),
    other,
    /** The person has decided about the other device's words: what is here now goes on from them. */
    settle: () => {
      if (other) remember(other)
      setOther(undefined)
    },
    /** Posted: there is nothing left to keep. */
    drop: () => (member && seen ? save({ body: '', quote: '' }, seen.version, true) : line.current),
  }
}

const same = (one: Words, two: Words) => one.body === two.body && (one.quote === two.quote || one.body.trim() === '')

function parse(stored: string): Seen | undefined {
  try {
    const value: unknown = JSON.parse(stored || 'null')
    if (typeof value !== 'object' || value === null) return undefined
    if (!('body' in value && 'quote' in value && 'version' in value)) return undefined
    const { body, quote, version } = value
    if (typeof body !== 'string' || typeof quote !== 'string' || typeof version !== 'number') return undefined
    return { body, quote, version }
  } catch {
    return undefined
  }
}

async function put(
  { paragraphId, parentId }: Place,
  { body, quote }: Words,
  base: number | undefined,
  keepalive: boolean,
) {
  const response = await fetch(`/api/paragraphs/${paragraphId}/draft`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body, parentId, quote: quote || undefined, base }),
    keepalive,
  })
  if (response.status === 409) return 'changed'
  // Anything else: it is kept on this device, and saved with the next words.
  return response.ok ? ((await response.json()) as { version: number | null }) : undefined
}

async function ask({ paragraphId, parentId }: Place): Promise<Unsent | undefined> {
  const response = await fetch(`/api/paragraphs/${paragraphId}/mine`)
  if (!response.ok) return undefined
  const { unsent } = (await response.json()) as { unsent: Unsent[] }
  return unsent.find((draft) => draft.parentId === (parentId ?? null))
}
