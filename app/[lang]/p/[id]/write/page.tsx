import type { Metadata } from 'next'
import { Composer } from '@/app/_components/comments/composer'
import { newClientId } from '@/app/_components/comments/send-comment'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { ById } from '@/app/_web/addressed'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { keptComment, type Search } from '@/app/_web/writing'
import { locateParagraph } from '@/forum/essay/queries'
import { thread } from '@/messages/thread'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

/** The composer as a page: where a comment comes back to after sign-in, after a refusal, and for a preview. */
export default async function WritePage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const paragraph = await orNotFound(locateParagraph(parsed(ById, address).id))
  const kept = await keptComment(searchParams, language)
  return (
    <WritingPage title={thread[language].write(paragraph.ordinal)} paragraph={paragraph} language={language}>
      {kept && !kept.problem && !kept.html ? <Notice>{thread[language].ready}</Notice> : null}
      <Composer
        paragraphId={paragraph.id}
        ordinal={paragraph.ordinal}
        language={language}
        kept={kept}
        clientId={kept?.clientId ?? newClientId()}
        focused
      />
    </WritingPage>
  )
}
