/** Lines with aligned columns; those of figures to the right. */
export function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, column) => Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(widthOf)))
  const isFigure = (column: number) => rows.every((row) => /^[\d.,]*$|^n\/a$/.test(row[column] ?? ''))
  const right = heads.map((_, column) => isFigure(column))
  const format = (row: string[]) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, right[column] === true))
      .join('  ')
      .trimEnd()
  return [format(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(format)].join('\n')
}

export function number(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string) => text.length + [...text.matchAll(/[\u3000-\u9fff\uff00-\uff60]/g)].length

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}
