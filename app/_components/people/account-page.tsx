import type { ReactNode } from 'react'

/** The narrow column of everything about an account. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid w-full max-w-[28.5rem] content-start gap-6 px-5 pt-8 pb-24 mid:pt-16">
      <h1 className="text-balance font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
        {title}
      </h1>
      {children}
    </main>
  )
}
