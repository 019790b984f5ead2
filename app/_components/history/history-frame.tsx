import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** Where this belongs to: above the title. */
  within: readonly { href: string; words: string; lang?: string }[]
  children: ReactNode
}

/** A page about earlier revisions: one column, as wide as the essay's text. */
export function HistoryFrame({ title, within, children }: Props) {
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] grid-cols-1 content-start gap-6 px-5 pt-8 pb-24 mid:px-8 mid:pt-12 wide:px-0">
      <header className="grid gap-2">
        <ul className="flex flex-wrap gap-x-4 text-[0.8125rem] text-ink-3 print:hidden">
          {within.map(({ href, words, lang }) => (
            <li key={href} className="min-w-0">
              <a
                href={href}
                className="inline-flex items-center py-1 wrap-anywhere hover:text-ink hover:underline pointer-coarse:min-h-11"
              >
                <span lang={lang} dir="auto">
                  {words}
                </span>
              </a>
            </li>
          ))}
        </ul>
        <h1 className="text-balance wrap-anywhere font-serif text-[1.625rem]/[1.2] font-semibold tracking-[-0.01em] mid:text-[2rem]/[1.2]">
          {title}
        </h1>
      </header>
      {children}
    </main>
  )
}
