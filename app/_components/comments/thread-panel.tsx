'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { THREAD } from '@/app/_components/essay/use-thread-focus'

/** The frame of a thread: panel, drawer or page, by the width of the window. Escape closes it; drafts stay. */
export function ThreadPanel({ label, back, children }: { label: string; back: string; children: ReactNode }) {
  const router = useRouter()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // Something inside has used it, or it belongs to an input method.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      router.push(back, { scroll: false })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [router, back])
  return (
    <aside
      id={THREAD}
      tabIndex={-1}
      aria-label={label}
      className="flex min-h-[calc(100dvh-3.5rem)] flex-col bg-leaf outline-none mid:fixed mid:end-0 mid:top-14 mid:z-10 mid:h-[calc(100dvh-3.5rem)] mid:min-h-0 mid:w-[27.5rem] mid:border-s mid:border-rule mid:shadow-[0_0_2rem_rgb(0_0_0/0.12)] wide:sticky wide:col-start-3 wide:w-auto wide:shadow-none print:hidden"
    >
      {children}
    </aside>
  )
}
