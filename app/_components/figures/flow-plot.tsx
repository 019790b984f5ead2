import type { Figures } from '@/forum/figures/queries'
import { figures as words } from '@/messages/figures'
import { type Language, LOCALE } from '@/messages/language'
import { Axes } from './axes'
import { dayName } from './day-name'
import { Legend } from './legend'
import { Plot } from './plot'
import { FiguresTable } from './table'

/** What came, and what was decided, side by side for each day or week. */
export function FlowPlot({ figures, language }: { figures: Figures; language: Language }) {
  const t = words[language]
  const { flow, unit } = figures
  const number = new Intl.NumberFormat(LOCALE[language])
  const most = Math.max(...flow.map(({ opened, decided }) => Math.max(opened, decided)))
  const sum = (of: 'opened' | 'decided') => flow.reduce((all, one) => all + one[of], 0)
  const width = 100 / flow.length
  const bar = (index: number, half: number, value: number, look: string) => (
    <rect
      key={`${look}${index}`}
      x={(index + 0.1 + half * 0.4) * width}
      width={width * 0.4}
      y={100 - (value / most) * 100}
      height={(value / most) * 100}
      className={look}
    />
  )
  return (
    <Plot
      id="flow"
      title={t.flow}
      said={t.flowSaid(sum('opened'), sum('decided'))}
      tableLabel={t.asTable}
      picture={
        most === 0 ? null : (
          <>
            <Axes
              lines={[...new Set([Math.ceil(most / 2), most])].map((at) => ({
                at: at / most,
                name: number.format(at),
              }))}
              ends={endsOf(flow, language)}
            >
              {flow.flatMap(({ opened, decided }, index) => [
                bar(index, 0, opened, 'fill-rule-strong'),
                bar(index, 1, decided, 'fill-rubric'),
              ])}
            </Axes>
            <Legend
              entries={[
                { name: t.opened, look: 'fill-rule-strong' },
                { name: t.decided, look: 'fill-rubric' },
              ]}
            />
          </>
        )
      }
    >
      <FiguresTable
        caption={t.flow}
        head={[t[unit], t.opened, t.decided]}
        rows={flow.map(({ from, opened, decided }) => [
          dayName(from, language),
          number.format(opened),
          number.format(decided),
        ])}
      />
    </Plot>
  )
}

const endsOf = (flow: Figures['flow'], language: Language) =>
  [dayName(flow[0]?.from, language), dayName(flow.at(-1)?.from, language)] as const
