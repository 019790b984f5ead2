import type { ReactNode } from 'react'

type Props = {
  /** Names of lines across, each at a share of the height from the bottom. */
  lines: readonly { at: number; name: string }[]
  /** The first and the last moment. */
  ends: readonly [string, string]
  children: ReactNode
}

/**
 * A plot over time. Its words stand beside a picture that stretches: they keep their size on a phone. All places are
 * attributes of a picture, since the forum's policy for content knows no styles of single elements.
 */
export function Axes({ lines, ends, children }: Props) {
  return (
    <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-3 text-[0.75rem] text-ink-3">
      <svg aria-hidden="true" className="h-44 w-14 overflow-visible fill-current">
        {lines.map(({ at, name }) => (
          <text key={name} x="100%" y={`${100 - at * 100}%`} textAnchor="end" dominantBaseline="middle">
            {name}
          </text>
        ))}
      </svg>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-44 w-full border-b border-rule-strong"
      >
        {lines.map(({ at, name }) => (
          <line
            key={name}
            x1="0"
            x2="100"
            y1={100 - at * 100}
            y2={100 - at * 100}
            vectorEffect="non-scaling-stroke"
            className="stroke-rule"
          />
        ))}
        {children}
      </svg>
      <p className="col-start-2 flex justify-between gap-4 pt-1">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  )
}
