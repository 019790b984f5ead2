/**
 * Whether something stands where its growing would move what a reader looks at: in the part of the page that is seen, or above
 * it where the browser does not hold the place by itself.
 */
export function isInSight(element: HTMLElement | null): boolean {
  if (!element) return false
  const { top, bottom } = element.getBoundingClientRect()
  const seen = seenOf(element)
  return top < seen.bottom && (bottom > seen.top || !CSS.supports('overflow-anchor', 'auto'))
}

/** What of the window is left to the panel in which it scrolls. */
function seenOf(element: HTMLElement): { top: number; bottom: number } {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box.getBoundingClientRect()
  return { top: 0, bottom: window.innerHeight }
}
