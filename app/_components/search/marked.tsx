import type { Part } from '@/forum/search/excerpt'

/** An excerpt with what was looked for marked in it. */
export function Marked({ parts, language }: { parts: Part[]; language?: string }) {
  let at = 0
  const placed = parts.map((part) => {
    const key = at
    at += part.text.length
    return { ...part, key }
  })
  return (
    <span lang={language} dir="auto" className="block text-ink-2 wrap-anywhere">
      {placed.map(({ key, text, found }) =>
        found ? (
          <mark key={key} className="rounded-xs bg-rubric-wash text-rubric-ink">
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        ),
      )}
    </span>
  )
}
