import type { ReactNode } from 'react'

/** A link within the words of an account's pages, tall enough for a finger. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="inline-flex items-center py-1 text-rubric-ink underline underline-offset-[0.15em] pointer-coarse:min-h-11"
    >
      {children}
    </a>
  )
}
