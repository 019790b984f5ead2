import type { ReactNode } from 'react'

/** A page that says one thing, and below it what to do. */
export function ShortPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] justify-items-start gap-3 px-5 py-16 mid:px-8 wide:px-0">
      <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{title}</h1>
      <p className="text-ink-2">{text}</p>
      {children}
    </main>
  )
}
