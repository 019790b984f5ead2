'use client'
import { useParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { paragraphAnchor } from './anchors'

/** Marks the paragraph whose thread is open: the vermilion line in the margin that is always kept free for it. */
export function ParagraphFrame({ ordinal, children }: { ordinal: number; children: ReactNode }) {
  const on = useParams().ordinal === String(ordinal)
  return (
    <section
      id={paragraphAnchor(ordinal)}
      data-on={on || undefined}
      className="group/paragraph relative mb-7 before:absolute before:-start-4 before:top-1.5 before:bottom-1.5 before:w-[3px] before:rounded-sm data-on:before:bg-rubric mid:mb-[1.875rem] print:before:hidden"
    >
      {children}
    </section>
  )
}
