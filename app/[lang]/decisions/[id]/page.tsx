import { StatementView } from '@/app/_components/moderation/statement-view'
import { WidePage } from '@/app/_components/people/wide-page'
import { decisionPath } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readStatement } from '@/forum/moderation/statement'
import { desk } from '@/messages/desk'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => desk[language].statement)

/** The statement of reasons, for the person whose words were decided about. */
export default async function DecisionPage(props: PageProps & { params: Promise<{ lang: string; id: string }> }) {
  const { language, query } = await asked(props)
  const { id } = await props.params
  const statement = await orNotFound(readStatement(await viewer(), id), { language, path: decisionPath(id) })
  return (
    <WidePage>
      <StatementView statement={statement} kept={await keptForm('appeal-decision', query.kept)} language={language} />
    </WidePage>
  )
}
