import type { ReactNode } from 'react'

/** A list beside nothing: the measure of the essay's text. */
export function WidePage({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] content-start gap-6 px-5 pt-8 pb-24 mid:px-8 mid:pt-12 wide:px-0">
      {children}
    </main>
  )
}
