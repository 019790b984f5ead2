export type Bar = { key: string; name: string; parts: readonly { value: number; look: string }[] }

/** One line each: its name, its number, and a bar as long as its share of the longest. */
export function Bars({ bars, number }: { bars: readonly Bar[]; number: Intl.NumberFormat }) {
  const sum = ({ parts }: Bar) => parts.reduce((all, { value }) => all + value, 0)
  const most = Math.max(1, ...bars.map(sum))
  return (
    <ul aria-hidden="true" className="grid gap-1.5">
      {bars.map((bar) => (
        <li
          key={bar.key}
          className="grid grid-cols-[9rem_minmax(0,1fr)_3.5rem] items-center gap-x-3 text-sm mid:grid-cols-[14rem_minmax(0,1fr)_4rem]"
        >
          <span dir="auto" className="line-clamp-2 leading-snug wrap-anywhere">
            {bar.name}
          </span>
          <svg
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
            className="h-4 w-full rounded-sm bg-sunk"
          >
            {bar.parts.map(({ value, look }, index) => (
              <rect
                key={look}
                x={(bar.parts.slice(0, index).reduce((all, part) => all + part.value, 0) / most) * 100}
                width={(value / most) * 100}
                height="10"
                className={look}
              />
            ))}
          </svg>
          <span className="text-end text-ink-2 tabular-nums">{number.format(sum(bar))}</span>
        </li>
      ))}
    </ul>
  )
}
