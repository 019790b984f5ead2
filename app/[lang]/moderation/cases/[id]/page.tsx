import type { Metadata } from 'next'
import { Desk } from '@/app/_components/moderation/desk'
import { casePath } from '@/app/_components/moderation/paths'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { DeskAddress } from '@/forum/moderation/input'
import { readDesk } from '@/forum/moderation/queries'
import { moderation } from '@/messages/moderation'

export const dynamic = 'force-dynamic'

/** Forms that lead back to the case when something has to be mended. */
const FORMS = ['decide-case', 'suspend-person', 'claim-case', 'pass-case', 'reopen-case'] as const

type Props = {
  params: Promise<{ lang: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: moderation[pageLanguage((await params).lang)].desk }
}

/** One case, with the queue beside it where there is room. */
export default async function CasePage({ params, searchParams }: Props) {
  const { lang, id } = await params
  const language = pageLanguage(lang)
  const query = await searchParams
  const address = DeskAddress.parse(query)
  const desk = await orNotFound(readDesk(await viewer(), address, id), { language, path: casePath(id, address) })
  const forms = await Promise.all(FORMS.map((name) => keptForm(name, query.kept)))
  // A form kept from another case has no place here.
  const kept = forms.find((form) => form?.fields.caseId === id)
  return <Desk desk={desk} language={language} page="case" kept={kept} suspended={query.suspended !== undefined} />
}
