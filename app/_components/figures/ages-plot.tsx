import { AGES, type Figures } from '@/forum/figures/queries'
import { figures as words } from '@/messages/figures'
import { type Language, LOCALE } from '@/messages/language'
import { Bars } from './bars'
import { Plot } from './plot'
import { FiguresTable } from './table'

/** How long what is open now has waited. */
export function AgesPlot({ figures, language }: { figures: Figures; language: Language }) {
  const t = words[language]
  const number = new Intl.NumberFormat(LOCALE[language])
  const ages = figures.ages.map(({ upTo, count }, index) => ({
    name: upTo === null ? t.over(AGES[index - 1] ?? 0) : t.under(upTo),
    count,
  }))
  const all = ages.reduce((sum, { count }) => sum + count, 0)
  return (
    <Plot
      id="ages"
      title={t.ages}
      said={t.agesSaid(all)}
      tableLabel={t.asTable}
      picture={
        all === 0 ? null : (
          <Bars
            number={number}
            bars={ages.map(({ name, count }) => ({ key: name, name, parts: [{ value: count, look: 'fill-rubric' }] }))}
          />
        )
      }
    >
      <FiguresTable
        caption={t.ages}
        head={[t.age, t.cases]}
        rows={ages.map(({ name, count }) => [name, number.format(count)])}
      />
    </Plot>
  )
}
