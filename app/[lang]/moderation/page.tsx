import type { Metadata } from 'next'
import { Desk } from '@/app/_components/moderation/desk'
import { queuePath } from '@/app/_components/moderation/paths'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { DeskAddress } from '@/forum/moderation/input'
import { readDesk } from '@/forum/moderation/queries'
import { moderation } from '@/messages/moderation'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: moderation[pageLanguage((await params).lang)].desk }
}

/** The queue, and beside it the first case of the page. */
export default async function QueuePage({ params, searchParams }: Props) {
  const language = pageLanguage((await params).lang)
  const query = await searchParams
  const address = DeskAddress.parse(query)
  const desk = await orNotFound(readDesk(await viewer(), address), { language, path: queuePath(address) })
  const forms = await Promise.all([keptForm('decide-many', query.kept), keptForm('undo-decision', query.kept)])
  return <Desk desk={desk} kept={forms.find(Boolean)} language={language} page="queue" />
}
