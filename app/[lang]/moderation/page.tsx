import type { Metadata } from 'next'
import { Desk } from '@/app/_components/moderation/desk'
import { queuePath } from '@/app/_components/moderation/paths'
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
  const address = DeskAddress.parse(await searchParams)
  const desk = await orNotFound(readDesk(await viewer(), address), { language, path: queuePath(address) })
  return <Desk desk={desk} language={language} page="queue" />
}
