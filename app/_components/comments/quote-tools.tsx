'use client'
import { useEffect, useState } from 'react'
import { OPENER, paragraphAnchor } from '@/app/_components/essay/anchors'
import { THREAD } from '@/app/_components/essay/use-thread-focus'
import { QUOTE_MAX } from '@/forum/comments/limits'
import { findWords } from '@/lib/find-words'
import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'
import { type Asked, askQuote } from './quoting'

const HIGHLIGHT = 'quote'
/** Room for the button beside the edge of the window. */
const EDGE = 96

type Selected = { asked: Asked; top: number; left: number }

/** Marks what is quoted in the text, and offers to quote what is selected. Nothing of the text is changed by it. */
export function QuoteTools({ language }: { language: Language }) {
  useEffect(markQuotes, [])
  const [selected, setSelected] = useState<Selected>()
  useEffect(() => {
    // With a finger the system's own menu stands there; the sentences can be chosen in the form.
    if (!window.matchMedia('(pointer: fine)').matches) return
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setSelected(readSelection()))
    }
    document.addEventListener('selectionchange', look)
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('scroll', look, { capture: true })
    }
  }, [])
  if (!selected) return null
  return (
    <button
      type="button"
      style={{ top: selected.top, left: selected.left }}
      // The selection stays while the button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        quote(selected.asked)
        document.getSelection()?.removeAllRanges()
      }}
      className={button('primary', 'fixed z-20 shadow-lg select-none')}
    >
      {writing[language].quote}
    </button>
  )
}

function quote(asked: Asked) {
  askQuote(asked)
  if (!('ordinal' in asked)) return
  const paragraph = document.getElementById(paragraphAnchor(asked.ordinal))
  if (paragraph?.dataset.on === undefined) paragraph?.querySelector<HTMLElement>(`[${OPENER}]`)?.click()
}

function readSelection(): Selected | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const words = selection.toString().trim()
  if (words === '' || [...words].length > QUOTE_MAX) return undefined
  const within = range.commonAncestorContainer
  const element = within instanceof Element ? within : within.parentElement
  const asked = placeOf(element, words)
  const rect = [...range.getClientRects()].at(-1)
  if (!asked || !rect || rect.bottom < 0 || rect.bottom > window.innerHeight) return undefined
  return {
    asked,
    top: Math.min(rect.bottom + 6, window.innerHeight - 48),
    left: Math.max(8, Math.min(rect.right - 24, window.innerWidth - EDGE)),
  }
}

function placeOf(element: Element | null, words: string): Asked | undefined {
  if (element?.closest('.essay-words')) {
    const ordinal = Number(element.closest('section[id^="p-"]')?.id.slice('p-'.length))
    return ordinal > 0 ? { ordinal, words } : undefined
  }
  const comment = element?.closest('.written') ? element.closest('li[id^="c-"]') : null
  return comment ? { commentId: comment.id.slice('c-'.length), words } : undefined
}

/** While a quote is under the pointer, or the focus is in its comment, its words are marked in the paragraph. */
function markQuotes() {
  if (!('highlights' in CSS)) return
  const show = (quoted: Element | null | undefined) => {
    const range = quoted ? rangeOf(quoted.firstChild?.textContent ?? '') : undefined
    if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range))
    else CSS.highlights.delete(HIGHLIGHT)
  }
  const over = (event: Event) => show(quotedAt(event.target))
  const focused = (event: Event) => show(quotedAt(event.target) ?? quotedBeside(event.target))
  document.addEventListener('pointerover', over)
  document.addEventListener('focusin', focused)
  return () => {
    document.removeEventListener('pointerover', over)
    document.removeEventListener('focusin', focused)
    CSS.highlights.delete(HIGHLIGHT)
  }
}

const thread = () => document.getElementById(THREAD)
const quotedAt = (target: EventTarget | null) =>
  target instanceof Element && thread()?.contains(target) ? target.closest('[data-quote]') : null
const quotedBeside = (target: EventTarget | null) =>
  target instanceof Element && thread()?.contains(target)
    ? (target.closest('li[id^="c-"]')?.querySelector(':scope > article [data-quote]') ??
      target.closest('form')?.querySelector('[data-quote]'))
    : null

function rangeOf(words: string): Range | undefined {
  const paragraph = document.querySelector('section[data-on] .essay-words')
  if (!paragraph) return undefined
  const nodes: Text[] = []
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
  const found = findWords(
    nodes.map(({ data }) => data),
    words,
  )
  const [from, to] = [nodes[found?.from.piece ?? -1], nodes[found?.to.piece ?? -1]]
  if (!found || !from || !to) return undefined
  const range = new Range()
  range.setStart(from, found.from.at)
  range.setEnd(to, found.to.at)
  return range
}
