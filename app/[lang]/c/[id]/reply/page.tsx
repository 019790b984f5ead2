import { notFound, redirect } from 'next/navigation'
import { Composer } from '@/app/_components/comments/composer'
import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import { newClientId } from '@/app/_components/comments/send-comment'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { commentPath, inLanguage } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { privatePage } from '@/app/_web/asked'
import { orNotFound, orNull, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { keptComment, type Search } from '@/app/_web/writing'
import { plainWords } from '@/forum/comments/plain'
import { readComment } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { readUnsent } from '@/forum/unsent/queries'
import { thread } from '@/messages/thread'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => thread[language].replyTitle)

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

export default async function ReplyPage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const id = ById.safeParse(address).data?.id
  const who = await viewer()
  const kept = await keptComment(searchParams, language)
  const path = `${commentPath(id ?? '')}/reply${kept ? `?kept=${kept.id}` : ''}`
  const comment = id ? await orNull(readComment(who, id), { language, path }) : null
  // What it answers is gone; what was written is not: its paragraph's form has it.
  if (kept?.paragraphId && comment?.status !== 'published')
    redirect(inLanguage(language, `/p/${encodeURIComponent(kept.paragraphId)}/write?kept=${kept.id}`))
  if (!comment) notFound()
  const paragraph = await orNotFound(locateParagraph(who, comment.paragraphId))
  const begun = kept ? undefined : await readUnsent(who, paragraph.id, comment.id)
  return (
    <WritingPage title={thread[language].replyTitle} paragraph={paragraph} language={language}>
      <QuotedComment comment={comment} language={language} />
      {kept && !kept.problem && !kept.html ? <Notice>{thread[language].ready}</Notice> : null}
      <Composer
        paragraphId={paragraph.id}
        parent={{ id: comment.id, handle: comment.author?.handle ?? '' }}
        quotable={{ text: plainWords(comment.html ?? ''), lang: '', handle: comment.author?.handle ?? '' }}
        language={language}
        kept={kept}
        begun={begun}
        clientId={kept?.clientId ?? newClientId()}
        focused
      />
    </WritingPage>
  )
}
