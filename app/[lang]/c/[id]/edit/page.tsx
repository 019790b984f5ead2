import { Composer } from '@/app/_components/comments/composer'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { ProblemNotice } from '@/app/_components/people/problem-notice'
import { commentPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { privatePage } from '@/app/_web/asked'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { keptComment, type Search } from '@/app/_web/writing'
import { readForEditing } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { thread } from '@/messages/thread'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => thread[language].editTitle)

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

export default async function EditPage({ params, searchParams }: Props) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const { id } = parsed(ById, address)
  const at = { language, path: `${commentPath(id)}/edit` }
  const who = await viewer()
  const { comment, refused } = await orNotFound(readForEditing(who, id), at)
  const paragraph = await orNotFound(locateParagraph(who, comment.paragraphId))
  const kept = await keptComment(searchParams, language)
  return (
    <WritingPage title={thread[language].editTitle} paragraph={paragraph} language={language}>
      {refused && !kept ? (
        <ProblemNotice problem={{ code: refused.code, ...refused.about }} language={language} />
      ) : (
        <Composer
          paragraphId={comment.paragraphId}
          editing={{ id, revision: comment.revision, body: comment.body }}
          language={language}
          kept={kept}
          focused
        />
      )}
    </WritingPage>
  )
}
