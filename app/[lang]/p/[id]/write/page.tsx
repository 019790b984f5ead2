import type { Metadata } from 'next'
import { cache } from 'react'
import { Composer } from '@/app/_components/comments/composer'
import { newClientId } from '@/app/_components/comments/send-comment'
import { WritingPage } from '@/app/_components/comments/writing-page'
import { ById } from '@/app/_web/addressed'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { keptComment, type Search } from '@/app/_web/writing'
import { locateParagraph } from '@/forum/essay/queries'
import { readUnsent } from '@/forum/unsent/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string; id: string }>; searchParams: Search }

/** Once for the page and its title. */
const paragraphAt = cache(async (address: string, language: Language, kept: string) => {
  const { id } = parsed(ById, { id: address })
  const path = `/p/${id}/write${kept ? `?kept=${encodeURIComponent(kept)}` : ''}`
  return orNotFound(locateParagraph(await viewer(), id), { language, path })
})

async function asked({ params, searchParams }: Props) {
  const { lang, id } = await params
  const language = pageLanguage(lang)
  return { language, paragraph: await paragraphAt(id, language, String((await searchParams).kept ?? '')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, paragraph } = await asked(props)
  return { title: thread[language].write(paragraph.ordinal), robots: { index: false } }
}

/** The composer as a page: where a comment comes back to after sign-in, after a refusal, and for a preview. */
export default async function WritePage(props: Props) {
  const { language, paragraph } = await asked(props)
  const t = thread[language]
  const kept = await keptComment(props.searchParams, language)
  const begun = kept ? undefined : await readUnsent(await viewer(), paragraph.id)
  // A reply comes here when what it answers is gone.
  const problem = kept?.parentId ? t.parentLost : kept?.problem
  return (
    <WritingPage title={t.write(paragraph.ordinal)} paragraph={paragraph} language={language}>
      {kept && !problem && !kept.html ? <Notice>{t.ready}</Notice> : null}
      <Composer
        paragraphId={paragraph.id}
        ordinal={paragraph.ordinal}
        language={language}
        quotable={{ text: paragraph.text, lang: paragraph.essay.language }}
        choosing
        kept={kept && { ...kept, problem }}
        begun={begun}
        clientId={kept?.clientId ?? newClientId()}
        focused
      />
    </WritingPage>
  )
}
