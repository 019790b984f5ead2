'use client'
import { useEffect, useState } from 'react'
import { isRefusalCode } from '@/forum/refusal'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'
import { Written } from './written'

const PAUSE_MS = 250

/** What the text will look like, rendered by the server with the very code that stores it; follows the typing. */
export function WrittenPreview({ body, language }: { body: string; language: Language }) {
  const t = thread[language]
  const [html, setHtml] = useState('')
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    const leaving = new AbortController()
    const show = async () => {
      try {
        const response = await fetch('/api/preview', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ body }),
          signal: leaving.signal,
        })
        const answer = (await response.json()) as {
          html?: string
          code?: unknown
          facts?: Record<string, string | number>
        }
        if (answer.html !== undefined) setHtml(answer.html)
        setProblem(isRefusalCode(answer.code) ? refusals[language][answer.code](answer.facts ?? {}) : undefined)
      } catch {
        if (!leaving.signal.aborted) setProblem(thread[language].offline)
      }
    }
    const timer = setTimeout(() => void show(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [body, language])
  return (
    <section aria-label={t.previewTitle} aria-live="polite" className="rounded-md border border-rule px-3 py-2">
      {problem ? <p className="text-sm text-ink-3">{problem}</p> : null}
      <Written html={html} />
    </section>
  )
}
