'use client'
import { useLinkStatus } from 'next/link'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

/** Beside a paragraph's button while its thread is on the way; on a fast network nobody sees it. */
export function OpeningSign({ language }: { language: Language }) {
  const { pending } = useLinkStatus()
  return pending ? (
    <span
      role="status"
      className="appear-late pointer-events-none absolute start-full ms-3 whitespace-nowrap text-[0.8125rem] text-ink-3"
    >
      {reading[language].loading}
    </span>
  ) : null
}
