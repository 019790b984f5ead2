import { OPENER } from '@/app/_components/essay/anchors'
import { THREAD } from '@/app/_components/essay/use-thread-focus'
import { inLanguage } from '@/app/_web/address'
import { keys } from '@/messages/keys'
import type { Language } from '@/messages/language'

// Keys work on what is on the page, so that they do what a click there does and nothing else: links are followed, fields
// and comments get the focus.

const PARAGRAPH = 'section[id^="p-"]'
const COMMENT = 'li[id^="c-"]'
/** The header that stays in place while one scrolls. */
const HEADER = 56

/** Does what the key stands for. @returns what to say when there is nothing to do */
export function act(key: string, language: Language): string | undefined {
  if (key === 'j') goTo(paragraphBeside(1))
  if (key === 'k') goTo(paragraphBeside(-1))
  if (key === 'o') openerOf(currentParagraph())?.click()
  if (key === 'c') compose()
  if (key === 'p') focusComment(currentComment()?.parentElement?.closest<HTMLElement>(COMMENT))
  if (key === 's') focusComment(nextSibling(currentComment()))
  if (key === '/') search(language)
  if (key === 'n' && !goToNew()) return keys[language].nothingNew
  return undefined
}

const isShown = (element: Element) => element.getClientRects().length > 0
const all = (selector: string, within: ParentNode = document) =>
  [...within.querySelectorAll<HTMLElement>(selector)].filter(isShown)
const openerOf = (paragraph: HTMLElement | undefined | null) => paragraph?.querySelector<HTMLElement>(`[${OPENER}]`)
const thread = () => document.getElementById(THREAD)

/** The paragraph with the focus, else the one whose thread is open, else the one being read. */
function currentParagraph(): HTMLElement | undefined {
  const paragraphs = all(PARAGRAPH)
  const chosen = document.activeElement?.closest(PARAGRAPH)
  return (
    paragraphs.find((one) => one === chosen) ??
    paragraphs.find((one) => one.dataset.on !== undefined) ??
    paragraphs.find((one) => one.getBoundingClientRect().bottom > HEADER + 40)
  )
}

/** From the one with the focus or the open thread; else the first that begins below the header, or the last above it. */
function paragraphBeside(step: 1 | -1): HTMLElement | undefined {
  const paragraphs = all(PARAGRAPH)
  const chosen = document.activeElement?.closest(PARAGRAPH)
  const at = paragraphs.findIndex((one) => one === chosen || (!chosen && one.dataset.on !== undefined))
  if (at >= 0) return paragraphs[at + step]
  const below = paragraphs.findIndex((one) => one.getBoundingClientRect().top >= HEADER)
  if (step === 1) return paragraphs[below]
  return below === -1 ? paragraphs.at(-1) : paragraphs[below - 1]
}

function goTo(paragraph: HTMLElement | undefined) {
  if (!paragraph) return
  openerOf(paragraph)?.focus({ preventScroll: true })
  const { height } = paragraph.getBoundingClientRect()
  paragraph.scrollIntoView({ block: height > window.innerHeight - HEADER ? 'start' : 'nearest' })
}

function compose() {
  const field = () => thread()?.querySelector<HTMLElement>('textarea')
  const here = field()
  if (here) return here.focus()
  if (!thread()) openThread(currentParagraph(), () => field()?.focus())
}

/** Follows the paragraph's button; `then` runs when the focus has gone into the thread. */
function openThread(paragraph: HTMLElement | undefined, then: () => void) {
  const opener = openerOf(paragraph)
  if (!opener) return
  const entered = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || event.target.id !== THREAD) return
    document.removeEventListener('focusin', entered)
    then()
  }
  document.addEventListener('focusin', entered)
  opener.click()
}

const currentComment = () =>
  document.activeElement?.closest<HTMLElement>(COMMENT) ?? all(COMMENT, thread() ?? document)[0]

/** The next on its level; after the last one, the next of the level above. */
function nextSibling(comment: HTMLElement | undefined): HTMLElement | undefined {
  for (let one = comment; one; one = one.parentElement?.closest<HTMLElement>(COMMENT) ?? undefined) {
    const next = one.nextElementSibling
    if (next instanceof HTMLElement && next.matches(COMMENT)) return next
  }
  return undefined
}

function focusComment(comment: HTMLElement | undefined | null) {
  if (!comment) return
  comment.focus({ preventScroll: true })
  comment.scrollIntoView({ block: 'start' })
}

/** The next new comment of the open thread; after the last one, what of it is not on the page, then the next paragraph that has any. */
function goToNew(): boolean {
  const open = thread()
  const here = document.activeElement
  const news = (open ? all('[data-new]', open) : []).map((one) => one.closest<HTMLElement>(COMMENT) ?? one)
  // Answers stand inside what they answer; the mark of the comment that has the focus is its own.
  const next = news.find((one) => one !== here && !one.contains(here) && isAfter(one, here, open))
  if (next) {
    focusComment(next)
    return true
  }
  // What came meanwhile, or stands on another page of this thread.
  const further = open && all('[data-new-further]', open)[0]
  if (further) {
    further.click()
    return true
  }
  const paragraphs = all(PARAGRAPH)
  // While no thread is open the paragraph that is being read has its turn first.
  const from = paragraphs.indexOf(currentParagraph() as HTMLElement) + (open ? 1 : 0)
  const ahead = [...paragraphs.slice(from), ...paragraphs.slice(0, from)].filter((one) => one.dataset.on === undefined)
  const waiting = ahead.find((one) => one.querySelector('[data-new-count]'))
  if (!waiting) return false
  openThread(waiting, () => whenThere('[data-new]', focusFirstNew))
  return true
}

const isAfter = (one: Element, here: Element | null, open: Element | null) =>
  !here ||
  !open?.contains(here) ||
  here === open ||
  Boolean(here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)

const focusFirstNew = (found: HTMLElement) => focusComment(found.closest<HTMLElement>(COMMENT) ?? found)

/** Which comments are new comes by a request of its own, after the thread. */
function whenThere(selector: string, then: (found: HTMLElement) => void) {
  const look = () => thread()?.querySelector<HTMLElement>(selector)
  const found = look()
  if (found) return then(found)
  const watching = new MutationObserver(() => {
    const come = look()
    if (!come) return
    stop()
    then(come)
  })
  const stop = () => {
    watching.disconnect()
    document.removeEventListener('keydown', stop)
    document.removeEventListener('pointerdown', stop)
  }
  watching.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-new'] })
  // Whoever has gone on to something else is not pulled back.
  document.addEventListener('keydown', stop)
  document.addEventListener('pointerdown', stop)
}

function search(language: Language) {
  const field = document.querySelector<HTMLElement>('input[type="search"]')
  if (field && isShown(field)) field.focus()
  else window.location.assign(inLanguage(language, '/search'))
}
