'use client'
import { useEffect, useState } from 'react'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'

/** Often enough that two people do not read the same case for long; a request of some hundred bytes. */
const LOOK_MS = 8_000
/** Well within the five minutes of a lease. */
const RENEW_MS = 60_000

type Standing = { handled: { id: string; act: string; by: string }[]; count: number }

type Props = {
  /** The case on the page, if the viewer may decide it. */
  caseId: string | null
  mine: boolean
  /** What the viewer has just done; heard when the page has come, since nobody hears what stood in it from the start. */
  news: string
  language: Language
}

/**
 * Keeps the list true without moving anything in it: what others decided is said in its line, new cases wait behind a link.
 * While the case on the page is the viewer's and the window has the focus, their lease is renewed.
 */
export function DeskLive({ caseId, mine, news, language }: Props) {
  const [said, setSaid] = useState('')
  const t = desk[language]

  useEffect(() => setSaid(news), [news])

  useEffect(() => {
    let first: number | undefined
    async function look() {
      const list = document.querySelector<HTMLElement>('[data-desk-list]')
      const lines = [...document.querySelectorAll<HTMLElement>('[data-desk-list] [data-case]')]
      if (!list || document.hidden) return
      const ids = lines.map((line) => line.dataset.case ?? '')
      const query = new URLSearchParams({ cases: ids.join(','), state: list.dataset.deskList ?? 'open' })
      const response = await fetch(`/api/moderation/standing?${query}`).catch(() => null)
      if (!response?.ok) return
      const standing: Standing = await response.json()
      const acts: Record<string, string> = t.acts
      const handled = list.dataset.deskList === 'done' ? [] : standing.handled.flatMap((one) => mark(lines, one))
      if (handled.length > 0) setSaid(handled.join(' '))
      first ??= standing.count
      const more = standing.count - first
      const place = document.getElementById('desk-news')
      if (place && more > 0) showNews(place, t.news(more))

      function mark(all: HTMLElement[], { id, by, act }: Standing['handled'][number]): string[] {
        const slot = all.find((line) => line.dataset.case === id)?.querySelector('[data-handled]')
        if (slot?.textContent !== '') return []
        slot.textContent = t.handled(by, acts[act] ?? act)
        return [slot.textContent]
      }
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [t])

  useEffect(() => {
    if (!caseId || !mine) return
    const renew = () => {
      if (document.hasFocus()) void fetch(`/api/moderation/cases/${caseId}/claim`, { method: 'POST' }).catch(() => null)
    }
    const timer = setInterval(renew, RENEW_MS)
    return () => clearInterval(timer)
  }, [caseId, mine])

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

/** A link to the list's beginning, above it: what is read does not move, as the place is always there when something is. */
function showNews(place: HTMLElement, words: string) {
  const link = document.createElement('a')
  // The same list, from its beginning.
  const { pathname, searchParams } = new URL(window.location.href)
  for (const name of ['after', 'done', 'suspended', 'kept']) searchParams.delete(name)
  link.href = `${pathname.replace(/\/cases\/.*$/, '')}?${searchParams}`
  link.textContent = words
  link.className = 'block px-4.5 py-2 text-sm text-rubric-ink underline underline-offset-2'
  place.replaceChildren(link)
  place.hidden = false
}
