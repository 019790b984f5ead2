'use client'
import { useEffect, useState } from 'react'

const PREFIX = 'marginalia:draft:'
/** Beyond this a browser's storage is no place for it; the text still stands in the field. */
const MOST = 100_000

/**
 * Text that survives a closed tab, on this device. What the server kept (`first`) wins over what lies in the browser.
 * Storage may be full or forbidden: then the text lives in the field only.
 */
export function useDraft(key: string, first: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(first)
  useEffect(() => {
    if (first !== '') return
    const stored = read(key)
    if (stored) setText((now) => now || stored)
  }, [key, first])
  const change = (next: string) => {
    setText(next)
    write(key, next)
  }
  return [text, change, () => write(key, '')]
}

function read(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string) {
  try {
    if (text.trim() === '' || text.length > MOST) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, text)
  } catch {
    // Full or forbidden; nothing to tell the writer, whose text is where they typed it.
  }
}
