import type { Metadata } from 'next'
import { Composer } from '@/app/_components/comments/composer'
import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import { newClientId } from '@/app/_components/comments/send-comment'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { ById } from '@/app/_web/addressed'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { keptComment, type Search } from '@/app/_web/writing'
import { readComment } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { thread } from '@/messages/thread'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

export default async function ReplyPage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const comment = await orNotFound(readComment(await viewer(), parsed(ById, address).id))
  const paragraph = await orNotFound(locateParagraph(comment.paragraphId))
  const kept = await keptComment(searchParams, language)
  return (
    <WritingPage title={thread[language].replyTitle} paragraph={paragraph} language={language}>
      <QuotedComment comment={comment} language={language} />
      {kept && !kept.problem && !kept.html ? <Notice>{thread[language].ready}</Notice> : null}
      <Composer
        paragraphId={paragraph.id}
        parent={{ id: comment.id, handle: comment.author?.handle ?? '' }}
        language={language}
        kept={kept}
        clientId={kept?.clientId ?? newClientId()}
        focused
      />
    </WritingPage>
  )
}
