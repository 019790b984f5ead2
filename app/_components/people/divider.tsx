/** A line with a word in it, between two ways to do the same. */
export function Divider({ word }: { word: string }) {
  return (
    <p className="flex items-center gap-3 text-[0.8125rem] text-ink-3 before:h-px before:flex-1 before:bg-rule after:h-px after:flex-1 after:bg-rule">
      {word}
    </p>
  )
}
