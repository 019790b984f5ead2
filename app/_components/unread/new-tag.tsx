'use client'
import type { Language } from '@/messages/language'
import { unread } from '@/messages/unread'
import { useIsFresh } from './fresh'

/** Marks a comment that is new to its reader, in the room that is above every comment anyway. */
export function NewTag({ id, paragraphId, language }: { id: string; paragraphId: string; language: Language }) {
  if (!useIsFresh(paragraphId, id)) return null
  return (
    <span data-new className="absolute top-0 start-0 text-[0.6875rem]/[1rem] font-semibold text-rubric-ink">
      {unread[language].comment}
    </span>
  )
}
