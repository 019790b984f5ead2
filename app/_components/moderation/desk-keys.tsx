'use client'
import { useEffect, useRef, useState } from 'react'
import { areKeysOff } from '@/app/_components/frame/display-on-device'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Said } from '@/ui/said'

const TICKED = 'desk-ticked'
/** Decisions for which a reason has to be chosen; approving has one of its own. */
const DECIDING = new Set(['r', 's', 'w', 'n'])

/** The desk without a mouse. Each key presses what is on the page, and does what a click there does. */
export function DeskKeys({ language }: { language: Language }) {
  const t = desk[language]
  const help = useRef<HTMLDialogElement>(null)
  const [said, setSaid] = useState('')

  useEffect(() => {
    for (const box of boxes()) box.checked = remembered().has(box.name)
    const keep = () =>
      sessionStorage.setItem(
        TICKED,
        JSON.stringify(
          boxes()
            .filter(isTicked)
            .map(({ name }) => name),
        ),
      )
    document.addEventListener('change', keep)

    function onKeyDown(event: KeyboardEvent) {
      if (isTaken(event) || areKeysOff()) return
      const done = act(event.key)
      if (done === undefined) return
      event.preventDefault()
      setSaid(done)
    }

    /** @returns what to say; undefined when the key means nothing here */
    function act(key: string): string | undefined {
      if (key === '?') return open(help.current)
      if (key === 'j') return follow(beside(1))
      if (key === 'k') return follow(beside(-1))
      if (key === 'x') return tick(keep)
      if (key === '/') return narrow()
      if (/^[1-6]$/.test(key)) return choose(Number(key))
      if (key === 'a' && !hasReason()) choose(1)
      if (DECIDING.has(key) && !hasReason()) return focusReason(t.pickReason)
      return press(key)
    }

    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('change', keep)
    }
  }, [t])

  return (
    <>
      <Said>{said}</Said>
      <dialog
        ref={help}
        aria-labelledby="desk-keys"
        className="m-auto rounded-lg border border-rule bg-leaf p-6 text-ink backdrop:bg-black/40"
      >
        <h2 id="desk-keys" className="mb-3 font-semibold">
          {t.keys}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 text-sm">
          {t.keysList.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-4">
          <button type="submit" className={button('plain')}>
            {t.close}
          </button>
        </form>
      </dialog>
    </>
  )
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-desk-list] input[type="checkbox"]')]
const isTicked = (box: HTMLInputElement) => box.checked
const lines = () => [...document.querySelectorAll<HTMLElement>('[data-desk-list] [data-case]')]
const current = () => lines().find((line) => line.querySelector('[aria-current="true"]'))

function remembered(): Set<string> {
  try {
    const names: unknown = JSON.parse(sessionStorage.getItem(TICKED) ?? '[]')
    return new Set(Array.isArray(names) ? names.map(String) : [])
  } catch {
    return new Set()
  }
}

function beside(step: 1 | -1): HTMLElement | undefined {
  const all = lines()
  const here = current()
  const at = here ? all.indexOf(here) : -1
  return at === -1 ? all[0] : all[at + step]
}

function follow(line: HTMLElement | undefined): string {
  line?.querySelector('a')?.click()
  return ''
}

function tick(keep: () => void): string {
  const box = current()?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  if (box) box.checked = !box.checked
  keep()
  return ''
}

function open(dialog: HTMLDialogElement | null): string {
  dialog?.showModal()
  return ''
}

function narrow(): string {
  const details = document.querySelector<HTMLDetailsElement>('#narrow')
  if (details) details.open = true
  details?.querySelector('select')?.focus()
  return ''
}

const readyReasons = () => [
  ...document.querySelectorAll<HTMLInputElement>('#decide input[name="ready"]:not([value=""])'),
]
const ownWords = () => document.querySelector<HTMLTextAreaElement>('#decide textarea[name="reason"]')
const hasReason = () => readyReasons().some(isTicked) || (ownWords()?.value.trim() ?? '') !== ''

function choose(number: number): string {
  const reason = readyReasons()[number - 1]
  if (reason) reason.checked = true
  return ''
}

function focusReason(words: string): string {
  ownWords()?.form?.querySelector<HTMLInputElement>('input[name="ready"]')?.focus()
  return words
}

function press(key: string): string | undefined {
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!target) return undefined
  target.click()
  if (key === 'e') target.closest('details')?.querySelector<HTMLInputElement>('input[name="to"]')?.focus()
  return ''
}

/** Somebody types, an input method is at work, it is a browser's own shortcut, or a dialog is open. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]')) return true
  return document.querySelector('dialog[open]') !== null
}
