import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { Written } from './written'

/** What the author asks of everybody who writes here; short until opened, beside every composer. */
export function HouseRules({ html, language }: { html: string | null; language: Language }) {
  if (html === null) return null
  return (
    <details className="mb-2 text-[0.8125rem]">
      <summary className="w-fit py-1 text-ink-2 underline decoration-dotted underline-offset-2">
        {thread[language].houseRules}
      </summary>
      <Written html={html} className="max-h-[30dvh] overflow-y-auto py-1 text-sm text-ink-2" />
    </details>
  )
}
