import { duration } from '@/app/_components/moderation/when'
import type { ModeratorFigures } from '@/forum/figures/queries'
import { figures as words } from '@/messages/figures'
import { type Language, LOCALE } from '@/messages/language'
import { Bars } from './bars'
import { Legend } from './legend'
import { Plot } from './plot'
import { shareOf } from './share'
import { FiguresTable } from './table'

const LOOKS = { standing: 'fill-rubric', undone: 'fill-rule-strong' } as const

/** Who decided how much, how soon, and what came back. */
export function ModeratorsPlot({ rows, language }: { rows: readonly ModeratorFigures[]; language: Language }) {
  const t = words[language]
  const number = new Intl.NumberFormat(LOCALE[language])
  const said = (seconds: number | null) => (seconds === null ? '–' : duration(seconds, language))
  const all = rows.reduce((sum, { decisions }) => sum + decisions, 0)
  const undone = rows.reduce((sum, row) => sum + row.undone, 0)
  return (
    <Plot
      id="moderators"
      title={t.moderators}
      said={all === 0 ? t.none : `${t.decided}: ${number.format(all)} · ${t.undone}: ${shareOf(undone, all, language)}`}
      tableLabel={t.asTable}
      picture={
        rows.length === 0 ? null : (
          <>
            <Bars
              number={number}
              bars={rows.map((row) => ({
                key: row.handle,
                name: row.handle,
                parts: [
                  { value: row.decisions - row.undone, look: LOOKS.standing },
                  { value: row.undone, look: LOOKS.undone },
                ],
              }))}
            />
            <Legend entries={(['standing', 'undone'] as const).map((of) => ({ name: t[of], look: LOOKS[of] }))} />
          </>
        )
      }
    >
      <FiguresTable
        caption={t.moderators}
        head={[t.moderator, t.decided, t.undone, t.median, t.p90, t.appeals, t.overturned]}
        rows={rows.map((row) => [
          row.handle,
          number.format(row.decisions),
          shareOf(row.undone, row.decisions, language),
          said(row.median),
          said(row.p90),
          number.format(row.appeals),
          shareOf(row.overturned, row.appeals, language),
        ])}
      />
    </Plot>
  )
}
