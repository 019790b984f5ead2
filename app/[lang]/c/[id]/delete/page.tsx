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
import { findComment, readComment } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { allow } from '@/forum/policy'
import { thread } from '@/messages/thread'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => thread[language].deleteTitle)

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

/** Exists for those who may delete the comment; a guest is asked who they are. */
export default async function DeletePage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const t = thread[language]
  const { id } = parsed(ById, address)
  const comment = await orNotFound(readDeletable(id), { language, path: `${commentPath(id)}/delete` })
  const paragraph = await orNotFound(locateParagraph(await viewer(), comment.paragraphId))
  const kept = await keptForm('delete-comment', (await searchParams).kept)
  return (
    <WritingPage title={t.deleteTitle} paragraph={paragraph} language={language}>
      <ProblemNotice problem={kept?.problem} language={language} />
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

async function readDeletable(id: string) {
  const who = await viewer()
  allow('comment.delete', who, await findComment(who, id))
  return readComment(who, id)
}
