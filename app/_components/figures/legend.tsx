type Props = { entries: readonly { name: string; look: string }[] }

/** Which colour is what; each has a shade of its own too, so that none is told by its hue alone. */
export function Legend({ entries }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-4 text-[0.8125rem] text-ink-2">
      {entries.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 flex-none">
            <rect width="10" height="10" rx="2" className={look} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
