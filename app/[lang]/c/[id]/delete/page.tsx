import type { Metadata } from 'next'
import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { commentPath, inLanguage } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import type { Search } from '@/app/_web/writing'
import { readComment } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

export default async function DeletePage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const t = thread[language]
  const comment = await orNotFound(readComment(await viewer(), parsed(ById, address).id))
  const paragraph = await orNotFound(locateParagraph(comment.paragraphId))
  const kept = await keptForm('delete-comment', (await searchParams).kept)
  return (
    <WritingPage title={t.deleteTitle} paragraph={paragraph} language={language}>
      {kept?.problem ? (
        <Notice look="refusal">{refusals[language][kept.problem.code](kept.problem.facts ?? {})}</Notice>
      ) : null}
      <QuotedComment comment={comment} language={language} />
      <p className="text-sm text-ink-2">{t.deleteHint}</p>
      <form method="post" action="/do/comments/delete" className="flex gap-2">
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="commentId" value={comment.id} />
        <button type="submit" className={button('primary')}>
          {t.delete}
        </button>
        <a href={inLanguage(language, commentPath(comment.id))} className={button('quiet')}>
          {t.cancel}
        </a>
      </form>
    </WritingPage>
  )
}
