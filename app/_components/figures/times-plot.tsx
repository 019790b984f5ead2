import { duration } from '@/app/_components/moderation/when'
import type { Figures, Flow } from '@/forum/figures/queries'
import { figures as words } from '@/messages/figures'
import type { Language } from '@/messages/language'
import { Axes } from './axes'
import { dayName } from './day-name'
import { Legend } from './legend'
import { Plot } from './plot'
import { FiguresTable } from './table'

/** The lines across: a minute, an hour, a day, a week, eight weeks. Times differ by factors, and so the scale goes by factors. */
const MARKS = [60, 3_600, 86_400, 604_800, 8 * 604_800]
const LOOKS = { median: 'stroke-rubric', p90: 'stroke-ink-3' } as const

/** Half, and nine tenths, of what was decided on each day or in each week were decided within this time. */
export function TimesPlot({ figures, language }: { figures: Figures; language: Language }) {
  const t = words[language]
  const { flow, unit, times } = figures
  const known = flow.filter(({ p90 }) => p90 !== null)
  const longest = Math.max(60, ...known.map(({ p90 }) => p90 ?? 0))
  const top = MARKS.find((mark) => mark >= longest) ?? longest
  const height = (seconds: number) => Math.log(1 + seconds / 10) / Math.log(1 + top / 10)
  const said = (seconds: number | null) => (seconds === null ? '–' : duration(seconds, language))
  return (
    <Plot
      id="times"
      title={t.times}
      said={times.median === null ? t.noTimes : t.timesSaid(said(times.median), said(times.p90))}
      tableLabel={t.asTable}
      picture={
        known.length === 0 ? null : (
          <>
            <Axes
              lines={MARKS.filter((mark) => mark <= top).map((mark) => ({
                at: height(mark),
                name: duration(mark, language),
              }))}
              ends={[dayName(flow[0]?.from, language), dayName(flow.at(-1)?.from, language)]}
            >
              {(['p90', 'median'] as const).map((of) => (
                <path
                  key={of}
                  d={lineOf(flow, of, height)}
                  fill="none"
                  strokeWidth="2.5"
                  strokeLinecap="round"
                  strokeDasharray={of === 'p90' ? '5 4' : undefined}
                  vectorEffect="non-scaling-stroke"
                  className={LOOKS[of]}
                />
              ))}
            </Axes>
            <Legend
              entries={[
                { name: t.median, look: 'fill-rubric' },
                { name: t.p90, look: 'fill-ink-3' },
              ]}
            />
          </>
        )
      }
    >
      <FiguresTable
        caption={t.times}
        head={[t[unit], t.decided, t.median, t.p90]}
        rows={flow.map((one) => [dayName(one.from, language), String(one.decided), said(one.median), said(one.p90)])}
      />
    </Plot>
  )
}

/** A line through what is known; a day alone between others without decisions is a short stroke. */
function lineOf(flow: readonly Flow[], of: 'median' | 'p90', height: (seconds: number) => number): string {
  const width = 100 / flow.length
  let open = false
  return flow
    .map((one, index) => {
      const seconds = one[of]
      const joins = open
      open = seconds !== null
      if (seconds === null) return ''
      const [x, y] = [(index + 0.5) * width, 100 - height(seconds) * 100]
      return joins ? `L${x} ${y}` : `M${x - width * 0.2} ${y}L${x + width * 0.2} ${y}`
    })
    .join('')
}
