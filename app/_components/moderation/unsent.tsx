import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

/** What somebody wrote into a form that is no longer offered; nothing when they wrote nothing. */
export function Unsent({ text, language }: { text: string | undefined; language: Language }) {
  if (!text) return null
  return (
    <div className="text-sm">
      <p className="text-ink-3">{moderation[language].unsent}</p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-line">
        {text}
      </p>
    </div>
  )
}
