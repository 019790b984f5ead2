'use client'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'

const PAUSE_MS = 150
/** "@" at a beginning or after what is no part of an address, and what of a handle stands before the cursor. */
const BEGUN = /(?:^|[^\p{L}\p{N}_@./-])@([\p{L}\p{M}\p{N}_-]{1,40})$/u

type Person = { handle: string; displayName: string }

/**
 * Offers people while "@…" is written into a field. The field keeps the focus: arrows choose, Enter or Tab takes, Escape
 * puts the list away.
 */
export function useMentions(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  change: (text: string) => void,
  language: Language,
) {
  const id = useId()
  const member = Boolean(useMe()?.handle)
  const [begun, setBegun] = useState<string>()
  const [people, setPeople] = useState<Person[]>([])
  const [at, setAt] = useState(0)
  const [away, setAway] = useState<string>()
  const look = () => {
    const field = area.current
    const before =
      field && field.selectionStart === field.selectionEnd ? field.value.slice(0, field.selectionStart) : ''
    setBegun(member ? BEGUN.exec(before.slice(-60))?.[1] : undefined)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text has changed, and the cursor with it
  useEffect(look, [text, member])
  useEffect(() => {
    setAt(0)
    if (!begun) {
      setPeople([])
      setAway(undefined)
      return
    }
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/people?starts=${encodeURIComponent(begun)}`, { signal: leaving.signal })
        .then((response) => (response.ok ? (response.json() as Promise<{ people: Person[] }>) : { people: [] }))
        .then((answer) => setPeople(answer.people))
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [begun])
  const shown = begun !== undefined && begun !== away ? people : []
  const chosen = shown[Math.min(at, shown.length - 1)]

  function take({ handle }: Person) {
    const field = area.current
    if (!field || begun === undefined) return
    const from = field.selectionStart - begun.length
    const rest = text.slice(field.selectionStart)
    const blank = rest.startsWith(' ') ? '' : ' '
    change(`${text.slice(0, from)}${handle}${blank}${rest}`)
    setBegun(undefined)
    const cursor = from + handle.length + 1
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(cursor, cursor)
    })
  }

  /** @returns whether the key was for the list */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!chosen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'ArrowDown') setAt((at + 1) % shown.length)
    else if (event.key === 'ArrowUp') setAt((at + shown.length - 1) % shown.length)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(chosen)
    else if (event.key === 'Escape') setAway(begun)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    onKeyDown,
    look,
    /** For the field. */
    aria: {
      'aria-autocomplete': 'list' as const,
      ...(chosen ? { 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-${chosen.handle}` } : {}),
    },
    list: (
      <>
        <p role="status" className="sr-only">
          {chosen ? writing[language].mentionsCount(shown.length) : ''}
        </p>
        {chosen ? (
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={writing[language].mentions}
            className="grid rounded-md border border-rule-strong bg-leaf py-1 text-sm shadow-lg"
          >
            {shown.map((person) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen one (aria-activedescendant)
              <div
                key={person.handle}
                id={`${id}-${person.handle}`}
                role="option"
                aria-selected={person === chosen}
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(person)}
                className="flex min-h-9 cursor-pointer items-center gap-2 px-3 aria-selected:bg-rubric-wash pointer-coarse:min-h-11"
              >
                <b className="font-semibold wrap-anywhere">@{person.handle}</b>
                {person.displayName === person.handle ? null : (
                  <span className="truncate text-ink-3">{person.displayName}</span>
                )}
              </div>
            ))}
          </div>
        ) : null}
      </>
    ),
  }
}
