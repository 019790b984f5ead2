'use client'
import { useEffect, useRef } from 'react'

/** Words that somebody wants to quote: of a paragraph, by its place in the text, or of a comment. */
export type Asked = { words: string } & ({ ordinal: number } | { commentId: string })

const EVENT = 'marginalia:quote'
let asked: Asked | undefined

/** Hands the words to the form they are for; one that is about to open takes them when it has. */
export function askQuote(words: Asked) {
  asked = words
  document.dispatchEvent(new Event(EVENT))
}

/** Takes the words that are for this form. */
export function useQuoting(isMine: (asked: Asked) => boolean, take: (words: string) => void) {
  const latest = useRef({ isMine, take })
  latest.current = { isMine, take }
  useEffect(() => {
    function look() {
      if (!asked || !latest.current.isMine(asked)) return
      const { words } = asked
      asked = undefined
      latest.current.take(words)
    }
    look()
    document.addEventListener(EVENT, look)
    return () => document.removeEventListener(EVENT, look)
  }, [])
}

/** Words of a comment as Markdown says that somebody else said them. @param by who said them: a handle with its sign, or a name */
export function quotation(by: string, words: string): string {
  return `${by}:\n\n${words.replace(/^/gm, '> ')}\n\n`
}
