'use client'
import { type ReactNode, useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { shownName } from '@/app/_components/people/shown-name'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

type Props = { handle: string; children: ReactNode; language: Language }

/**
 * The words of somebody whom the reader muted or blocked are covered where they stand; their room stays, so that nothing
 * moves when the reader is known. The page is the same for everybody: without JavaScript nothing is covered.
 */
export function Covered({ handle, children, language }: Props) {
  const [uncovered, setUncovered] = useState(false)
  const covered = useMe()?.ignored.includes(handle) === true && !uncovered
  return (
    <div className="relative">
      {covered ? (
        <button
          type="button"
          onClick={() => setUncovered(true)}
          className="absolute inset-0 z-1 flex items-start rounded-md border border-dashed border-rule px-3 py-1.5 text-start text-[0.8125rem] text-ink-3 hover:text-ink"
        >
          {thread[language].covered(shownName(handle, language))}
        </button>
      ) : null}
      <div className={covered ? 'invisible' : undefined}>{children}</div>
    </div>
  )
}
