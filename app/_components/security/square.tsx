type Props = { cells: boolean[][]; label: string }

/** A QR code as one path. White behind it in the dark too: cameras want dark on light. */
export function Square({ cells, label }: Props) {
  const side = cells.length
  const path = cells.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="h-auto w-56 max-w-full"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
