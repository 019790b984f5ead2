'use client'
import { useEffect, useState } from 'react'
import type { Mine } from '@/forum/comments/mine'

type Asked = { answer: Promise<Mine | null>; users: number }

/** Kept while a comment of the thread is on the page. */
const asked = new Map<string, Asked>()

function ask(paragraphId: string): Asked {
  const known = asked.get(paragraphId)
  if (known) return known
  const answer = fetch(`/api/paragraphs/${paragraphId}/mine`)
    .then((response) => (response.ok ? (response.json() as Promise<Mine>) : null))
    .catch(() => null)
  const entry = { answer, users: 0 }
  asked.set(paragraphId, entry)
  void answer.then((mine) => mine === null && forget(paragraphId, entry))
  return entry
}

function forget(paragraphId: string, entry: Asked) {
  if (asked.get(paragraphId) === entry) asked.delete(paragraphId)
}

/** Something of the reader's own has changed: whoever comes to the thread now asks anew. */
export function forgetMine(paragraphId: string) {
  asked.delete(paragraphId)
}

/** What of a thread is the reader's own; one request a thread, shared by all its comments. Undefined until known, and while nobody wants to (`on`). */
export function useMine(paragraphId: string, on = true): Mine | null | undefined {
  const [mine, setMine] = useState<Mine | null | undefined>(undefined)
  useEffect(() => {
    if (!on) return
    let here = true
    const entry = ask(paragraphId)
    entry.users += 1
    void entry.answer.then((answer) => here && setMine(answer))
    return () => {
      here = false
      entry.users -= 1
      if (entry.users === 0) forget(paragraphId, entry)
    }
  }, [paragraphId, on])
  return mine
}
