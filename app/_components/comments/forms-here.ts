'use client'
import { useEffect } from 'react'

/** The forms on this page, by what their drafts are called: each speaks for what waits of its own. */
let here: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

export const formsHere = () => here

export function onFormsHere(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** While the form is on the page. */
export function useFormHere(key: string) {
  useEffect(() => {
    change(new Set([...here, key]))
    return () => change(new Set([...here].filter((one) => one !== key)))
  }, [key])
}

function change(next: ReadonlySet<string>) {
  here = next
  for (const listener of listeners) listener()
}
