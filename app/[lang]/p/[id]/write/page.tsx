import type { Metadata } from 'next'
import { cache } from 'react'
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

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

/** Once for the page and its title. */
const paragraphAt = cache((id: string) => orNotFound(locateParagraph(parsed(ById, { id }).id)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, id } = await params
  return { title: thread[pageLanguage(lang)].write((await paragraphAt(id)).ordinal), robots: { index: false } }
}

/** The composer as a page: where a comment comes back to after sign-in, after a refusal, and for a preview. */
export default async function WritePage({ params, searchParams }: Props) {
  const { lang, id } = await params
  const language = pageLanguage(lang)
  const t = thread[language]
  const paragraph = await paragraphAt(id)
  const kept = await keptComment(searchParams, language)
  // A reply comes here when what it answers is gone.
  const problem = kept?.parentId ? t.parentLost : kept?.problem
  return (
    <WritingPage title={t.write(paragraph.ordinal)} paragraph={paragraph} language={language}>
      {kept && !problem && !kept.html ? <Notice>{t.ready}</Notice> : null}
      <Composer
        paragraphId={paragraph.id}
        ordinal={paragraph.ordinal}
        language={language}
        kept={kept && { ...kept, problem }}
        clientId={kept?.clientId ?? newClientId()}
        focused
      />
    </WritingPage>
  )
}
