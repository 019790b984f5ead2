'use client'
import { useParams, useSelectedLayoutSegments } from 'next/navigation'
import { useEffect } from 'react'
import { OPENER, paragraphAnchor } from './anchors'

/** Id of the thread's element. */
export const THREAD = 'thread'

/** The thread that was open before; undefined until the first page is drawn. Outlives the frame, which the front page
 * and the essay's own page draw each for itself. */
let before: { ordinal: string | undefined } | undefined

/**
 * Moves the focus with the thread: into it when it opens, back to the paragraph's button when it closes. The first page
 * of a visit takes no focus; it only brings the paragraph into sight beside its thread.
 */
export function useThreadFocus() {
  const { ordinal: given } = useParams()
  const ordinal = typeof given === 'string' ? given : undefined
  const shown = useSelectedLayoutSegments().join('/')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order of the same thread draws the thread anew
  useEffect(() => {
    const last = before
    before = { ordinal }
    if (!last) {
      if (ordinal) bringIntoSight(document.getElementById(paragraphAnchor(ordinal)))
    } else if (ordinal) enterThread()
    else if (last.ordinal) leaveThread(last.ordinal)
  }, [ordinal, shown])
}

function enterThread() {
  const thread = document.getElementById(THREAD)
  if (!thread) return
  // On a phone it has taken the text's place and begins at the top.
  if (getComputedStyle(thread).position === 'static') window.scrollTo(0, 0)
  thread.focus({ preventScroll: true })
}

function leaveThread(ordinal: string) {
  const button = document.querySelector<HTMLElement>(`#${paragraphAnchor(ordinal)} [${OPENER}]`)
  bringIntoSight(button)
  button?.focus({ preventScroll: true })
}

/** Scrolls only when it cannot be seen: the text stands still under the reader. */
function bringIntoSight(element: HTMLElement | null) {
  if (!element) return
  const { top, bottom, height } = element.getBoundingClientRect()
  const seen = height > 0 && top >= 0 && Math.min(bottom, top + 100) <= window.innerHeight
  if (height > 0 && !seen) element.scrollIntoView({ block: height > window.innerHeight / 2 ? 'start' : 'center' })
}
