'use client'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { useAllCounts, useCounts } from './standing'

/** How many comments a paragraph has; in its place when the number changes. */
export function LiveCount({
  paragraphId,
  drawn,
  language,
}: {
  paragraphId: string
  drawn: number
  language: Language
}) {
  const count = useCounts(paragraphId)?.comments ?? drawn
  return count > 0 ? <span className="text-sm text-ink-3">{reading[language].comments(count)}</span> : null
}

/** The same of the whole essay. @param drawn of each paragraph in the text */
export function LiveTotal({ drawn, language }: { drawn: readonly (readonly [string, number])[]; language: Language }) {
  const counts = useAllCounts()
  const total = drawn.reduce((sum, [id, count]) => sum + (counts.get(id)?.comments ?? count), 0)
  return <p>{total === 0 ? reading[language].noComments : reading[language].comments(total)}</p>
}
