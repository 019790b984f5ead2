'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/**
 * A list that stays where it was when another page of ours shows it again: the next case is opened without the queue
 * jumping under the hand.
 * @param name what list this is; another one begins at its top
 */
export function KeepScroll({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const key = `scroll:${name}`
    element.scrollTop = Number(sessionStorage.getItem(key) ?? 0)
    const current = element.querySelector<HTMLElement>('[aria-current="true"]')
    if (current) reveal(element, current)
    const keep = () => sessionStorage.setItem(key, String(element.scrollTop))
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [name])
  return (
    <div ref={list} className={className}>
      {children}
    </div>
  )
}

/** Not scrollIntoView, which would move the page as well. */
function reveal(list: HTMLElement, item: HTMLElement) {
  // The tabs stay at the top of the list and would lie over an item there; how high they are depends on how they wrap.
  const tabs = list.querySelector<HTMLElement>('[data-desk-tabs]')?.offsetHeight ?? 0
  const above = item.getBoundingClientRect().top - list.getBoundingClientRect().top - tabs
  const below = above + tabs + item.offsetHeight - list.clientHeight
  if (above < 0) list.scrollTop += above
  else if (below > 0) list.scrollTop += below
}
