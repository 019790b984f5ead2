import { AgesPlot } from '@/app/_components/figures/ages-plot'
import { FiguresFilter } from '@/app/_components/figures/filter'
import { FlowPlot } from '@/app/_components/figures/flow-plot'
import { ModeratorsPlot } from '@/app/_components/figures/moderators-plot'
import { figuresPath } from '@/app/_components/figures/paths'
import { ReasonsPlot } from '@/app/_components/figures/reasons-plot'
import { TimesPlot } from '@/app/_components/figures/times-plot'
import { asked as askedOf, type PageProps, privatePage } from '@/app/_web/asked'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { listEssays } from '@/forum/essay/queries'
import { FiguresAddress } from '@/forum/figures/input'
import { readFigures } from '@/forum/figures/queries'
import { may } from '@/forum/policy'
import { figures as words } from '@/messages/figures'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => words[language].title)

/** What the desk did, drawn. */
export default async function FiguresPage(props: PageProps) {
  const { language, query } = await askedOf(props)
  const asked = FiguresAddress.parse(query)
  const t = words[language]
  const who = await viewer()
  const figures = await orNotFound(readFigures(who, asked), { language, path: figuresPath })
  const essays = (await listEssays(who)).filter(({ id }) => may('essay.moderate', who, { essayId: id }))
  return (
    <main className="mx-auto grid w-full max-w-5xl flex-1 content-start gap-6 px-4 py-7 mid:px-7">
      <h1 className="font-serif text-2xl font-semibold">{t.title}</h1>
      <FiguresFilter asked={asked} essays={essays} language={language} />
      <div className="grid gap-x-10 gap-y-7 wide:grid-cols-2">
        <FlowPlot figures={figures} language={language} />
        <TimesPlot figures={figures} language={language} />
        <AgesPlot figures={figures} language={language} />
        <ReasonsPlot id="reasons" rows={figures.reasons} language={language} />
        <ReasonsPlot id="rules" rows={figures.rules} language={language} />
        <ModeratorsPlot rows={figures.moderators} language={language} />
      </div>
      <p className="text-[0.8125rem] text-ink-3">{t.utc}</p>
    </main>
  )
}
