'use client'
import { useParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { QuoteTools } from '@/app/_components/comments/quote-tools'
import type { Language } from '@/messages/language'
import { useThreadFocus } from './use-thread-focus'

/**
 * Text, margin and thread side by side. Wide: the text column stands still and the panel has its place whether it is
 * open or not. Middle: the panel is a drawer over the margin. Phone: the thread takes the text's place.
 */
type Props = { children: ReactNode; panel?: ReactNode; language: Language }

export function ReaderFrame({ children, panel, language }: Props) {
  const open = typeof useParams().ordinal === 'string'
  useThreadFocus()
  return (
    <main
      data-open={open || undefined}
      className="group/reader grid flex-1 grid-cols-1 items-start wide:grid-cols-[minmax(6rem,1fr)_minmax(0,41.25rem)_minmax(27.5rem,1fr)] wide:gap-x-14"
    >
      <div className="mx-auto w-full max-w-[41.25rem] px-5 pt-7 pb-24 mid:px-8 mid:pt-12 wide:col-start-2 wide:px-0 max-mid:group-data-open/reader:hidden print:group-data-open/reader:block">
        {children}
      </div>
      {panel}
      <QuoteTools language={language} />
    </main>
  )
}
