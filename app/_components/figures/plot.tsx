import type { ReactNode } from 'react'

type Props = {
  id: string
  title: string
  /** What the picture shows, in a sentence: for those who do not see it, and those in a hurry. */
  said: string
  children: ReactNode
  /** The picture; none where there is nothing to draw. */
  picture: ReactNode
  tableLabel: string
}

/** A plot, what it says, and below it the table it was drawn from. */
export function Plot({ id, title, said, picture, children, tableLabel }: Props) {
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2 border-t border-rule pt-5"
    >
      <h2 id={id} className="font-serif text-lg font-semibold">
        {title}
      </h2>
      <p className="text-sm text-ink-2">{said}</p>
      {picture}
      {picture ? (
        <details className="text-sm">
          <summary className="w-fit py-1.5 text-rubric-ink pointer-coarse:py-3">{tableLabel}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself where a phone is too narrow, by keys too. */}
          <section aria-label={`${title}: ${tableLabel}`} tabIndex={0} className="overflow-x-auto">
            {children}
          </section>
        </details>
      ) : null}
    </section>
  )
}
