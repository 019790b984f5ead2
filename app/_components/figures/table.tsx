type Props = { caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }

/** Numbers in columns; the first names the row. */
export function FiguresTable({ caption, head, rows }: Props) {
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-rule text-[0.8125rem] text-ink-3">
        <tr>
          {head.map((name, index) => (
            <th
              key={name}
              scope="col"
              className={`py-1.5 pe-3 align-bottom font-normal last:pe-0 ${index === 0 ? 'text-start' : 'text-end'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name} className="border-b border-rule">
            <th scope="row" className="min-w-24 py-1.5 pe-3 text-start font-normal wrap-anywhere">
              {name}
            </th>
            {values.map((value, index) => (
              <td key={head[index + 1]} className="py-1.5 pe-3 text-end whitespace-nowrap last:pe-0">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
