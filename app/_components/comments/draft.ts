'use client'
import { useEffect, useState } from 'react'

const PREFIX = 'marginalia:draft:'
/** Beyond this a browser's storage is no place for it; the text still stands in the field. */
const MOST = 100_000

type Field = {
  /** Id of the textarea. */
  id: string
  /** The comment's own words when it is edited; nothing for a new one. No draft is kept of these. */
  saved: string
  /** What the server kept of this form; it wins over what lies in the browser. */
  kept: string | undefined
  /** The draft that the server has of it; what lies in the browser wins, and is compared with it afterwards. */
  begun?: string | undefined
}

/**
 * Text that survives a closed tab, on this device. Storage may be full or forbidden: then the text lives in the field only.
 * @returns `restored`: the field has words of an earlier visit instead of the comment's own; `safe`: a closed tab loses nothing;
 * `ready`: what lay on this device is in the field
 */
export function useDraft(key: string, { id, saved, kept, begun }: Field) {
  const first = kept ?? begun ?? saved
  const [text, setText] = useState(first)
  const [restored, setRestored] = useState(false)
  // Typed while the scripts were on the way. Read before React takes the field over and puts `first` into it.
  const [early] = useState(() => inField(id))
  const [safe, setSafe] = useState(true)
  const [ready, setReady] = useState(false)
  const change = (next: string) => {
    setText(next)
    setSafe(write(key, next === saved ? '' : next))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when the scripts have come
  useEffect(() => {
    const typed = [inField(id), early].find((words) => words !== undefined && words !== first) ?? ''
    const stored = kept === undefined ? read(key) : ''
    const draft = stored === saved ? '' : stored
    setReady(true)
    if (!typed && !draft) return
    change(together(typed, draft))
    setRestored(draft !== '')
  }, [])
  return { text, change, restored, safe, ready, forget: () => write(key, '') }
}

/** Nothing of either is lost: the draft stands after what was typed, unless one has the other in it. */
export function together(typed: string, draft: string): string {
  if (typed.includes(draft)) return typed
  return draft.includes(typed) ? draft : `${typed}\n\n${draft}`
}

/** The server has it, or its writer threw it away. */
export function forgetDraft(key: string) {
  write(key, '')
}

function inField(id: string): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLTextAreaElement>(`textarea[id="${id}"]`)?.value
}

/** What this device keeps under a name; nothing where it keeps nothing. */
export function read(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? ''
  } catch {
    return ''
  }
}

/** @returns whether it is kept; storage may be full or forbidden */
export function write(key: string, text: string): boolean {
  try {
    if (text.trim() === '') localStorage.removeItem(PREFIX + key)
    else if (text.length > MOST) {
      localStorage.removeItem(PREFIX + key)
      return false
    } else localStorage.setItem(PREFIX + key, text)
    return true
  } catch {
    return text.trim() === ''
  }
}
