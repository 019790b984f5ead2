import type { Heading } from '@/forum/essay/blocks'

const LOOKS: Record<number, string> = {
  2: 'mt-12 mb-4 text-[1.4375rem]/[1.25] tracking-[-0.012em] mid:text-[1.625rem]/[1.25]',
  3: 'mt-10 mb-3.5 text-[1.25rem]/[1.3] mid:text-[1.375rem]/[1.3]',
}
const SMALL = 'mt-8 mb-3 text-[1.125rem]/[1.35]'

/** The headings above a block; the essay's title is the first level. */
export function EssayHeadings({ headings, lang }: { headings: readonly Heading[]; lang: string }) {
  return headings.map(({ level, text }, index) => {
    const Level = `h${Math.min(6, Math.max(2, level))}` as 'h2'
    return (
      <Level
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        key={index}
        lang={lang}
        dir="auto"
        className={`text-balance font-serif font-semibold ${LOOKS[level] ?? SMALL}`}
      >
        {text}
      </Level>
    )
  })
}
