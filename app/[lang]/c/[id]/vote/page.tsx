import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { ProblemNotice } from '@/app/_components/people/problem-notice'
import { commentPath, inLanguage } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import type { Search } from '@/app/_web/writing'
import { readComment } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { thread } from '@/messages/thread'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => thread[language].voteTitle)

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

/** Where a vote comes back to after sign-in and after a refusal: why it was not counted, and the button once more. */
export default async function VotePage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const t = thread[language]
  const who = await viewer()
  const { id } = parsed(ById, address)
  const { kept: keptId } = await searchParams
  const path = `${commentPath(id)}/vote${typeof keptId === 'string' ? `?kept=${encodeURIComponent(keptId)}` : ''}`
  const comment = await orNotFound(readComment(who, id), { language, path })
  const paragraph = await orNotFound(locateParagraph(who, comment.paragraphId))
  const kept = await keptForm('vote', keptId)
  const back = kept?.fields.on === '0'
  const offered = comment.status === 'published' && comment.author?.handle !== who.handle
  return (
    <WritingPage title={t.voteTitle} paragraph={paragraph} language={language}>
      <ProblemNotice problem={kept?.problem} language={language} />
      <QuotedComment comment={comment} language={language} />
      <form method="post" action="/do/comments/vote" className="flex gap-2">
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="kept" value={kept?.id ?? ''} />
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="on" value={back ? '0' : '1'} />
        {offered ? (
          <button type="submit" className={button('primary')}>
            {back ? t.unvote(comment.score) : t.vote(comment.score)}
          </button>
        ) : null}
        <a href={inLanguage(language, commentPath(comment.id))} className={button('quiet')}>
          {t.backToComment}
        </a>
      </form>
    </WritingPage>
  )
}
