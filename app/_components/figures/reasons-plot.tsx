import { reasonName } from '@/app/_components/moderation/reason-name'
import type { ReasonFigures } from '@/forum/figures/queries'
import { desk } from '@/messages/desk'
import { figures as words } from '@/messages/figures'
import { type Language, LOCALE } from '@/messages/language'
import { Bars } from './bars'
import { Legend } from './legend'
import { Plot } from './plot'
import { shareOf } from './share'
import { FiguresTable } from './table'

type Props = { id: 'reasons' | 'rules'; rows: readonly ReasonFigures[]; language: Language }

const LOOKS = { removed: 'fill-rubric', groundless: 'fill-ink-3', rest: 'fill-rule-strong' } as const

/** What came of the cases that a reason, or a rule, brought. */
export function ReasonsPlot({ id, rows, language }: Props) {
  const t = words[language]
  const number = new Intl.NumberFormat(LOCALE[language])
  const named = rows.map((row) => ({
    ...row,
    name:
      id === 'rules'
        ? row.code
        : desk[language].named(desk[language].sources[row.source] ?? row.source, reasonName(row, language)),
    rest: row.cases - row.removed - row.groundless,
  }))
  const parts = ['removed', 'groundless', 'rest'] as const
  return (
    <Plot
      id={id}
      title={t[id]}
      said={named.length === 0 ? t.none : t.reasonsHint}
      tableLabel={t.asTable}
      picture={
        named.length === 0 ? null : (
          <>
            <Bars
              number={number}
              bars={named.map((row) => ({
                key: row.name,
                name: row.name,
                parts: parts.map((part) => ({ value: row[part], look: LOOKS[part] })),
              }))}
            />
            <Legend entries={parts.map((part) => ({ name: t[part], look: LOOKS[part] }))} />
          </>
        )
      }
    >
      <FiguresTable
        caption={t[id]}
        head={[id === 'rules' ? t.rule : t.reason, t.cases, t.removed, t.groundless, t.undone, t.appeals, t.overturned]}
        rows={named.map((row) => [
          row.name,
          number.format(row.cases),
          shareOf(row.removed, row.cases, language),
          shareOf(row.groundless, row.cases, language),
          number.format(row.undone),
          number.format(row.appeals),
          shareOf(row.overturned, row.appeals, language),
        ])}
      />
    </Plot>
  )
}
