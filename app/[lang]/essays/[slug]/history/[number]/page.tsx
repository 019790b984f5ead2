import type { Metadata } from 'next'
import { cache } from 'react'
import { HistoryFrame } from '@/app/_components/history/history-frame'
import { OtherRevisions } from '@/app/_components/history/other-revisions'
import { ParagraphAsOf } from '@/app/_components/history/paragraph-as-of'
import { AccountForm } from '@/app/_components/people/account-form'
import { essayPath, inLanguage } from '@/app/_web/address'
import { inPath, RevisionAddress } from '@/app/_web/history-addressed'
import { historyPath, revisionPath } from '@/app/_web/history-paths'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { mayRevise } from '@/forum/essay/authors'
import { readAsOf } from '@/forum/essay/history'
import { readLatest } from '@/forum/essay/latest-revision'
import { authoring } from '@/messages/authoring'
import { history } from '@/messages/history'
import { type Language, LOCALE } from '@/messages/language'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string; slug: string; number: string }> }

/** Once for the page and its title. */
const asOf = cache(async (slug: string, number: number, language: Language) =>
  orNotFound(readAsOf(await viewer(), slug, number), { language, path: revisionPath(slug, number) }),
)

async function asked({ params }: Props) {
  const given = await params
  const { slug, number } = inPath(RevisionAddress, given)
  const language = pageLanguage(given.lang)
  return { language, ...(await asOf(slug, number, language)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, essay, number } = await asked(props)
  return { title: history[language].thenTitle(essay.title, number), robots: { index: false } }
}

/** The essay's text as it read in a revision. */
export default async function AsOfPage(props: Props) {
  const { language, essay, number, publishedAt, until, isLast, paragraphs } = await asked(props)
  const t = history[language]
  const { latest } = await orNotFound(readLatest(await viewer(), essay.slug))
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' })
  const [from, to] = [date.format(new Date(publishedAt)), date.format(new Date(until))]
  const present = inLanguage(language, essayPath(essay.slug))
  return (
    <HistoryFrame
      title={
        <span lang={essay.language} dir="auto">
          {essay.title}
        </span>
      }
      within={[{ href: inLanguage(language, historyPath(essay.slug)), words: t.all }]}
    >
      <Notice>
        {isLast ? t.asOfLast(number, from) : t.asOf(number, latest, from, to)}{' '}
        <a href={present} className="py-1 text-rubric-ink underline underline-offset-[0.15em]">
          {t.readPresent}
        </a>
      </Notice>
      {!isLast && (await mayRevise(await viewer(), essay.slug)) ? (
        <AccountForm
          action="/do/essays/restore"
          language={language}
          hidden={{ slug: essay.slug, number: String(number) }}
          className="flex print:hidden"
        >
          <button type="submit" className={button('plain', 'min-h-11')}>
            {authoring[language].restoreThis}
          </button>
        </AccountForm>
      ) : null}
      <div>
        {paragraphs.map((paragraph) => (
          <ParagraphAsOf key={paragraph.id} essay={essay} number={number} paragraph={paragraph} language={language} />
        ))}
      </div>
      <OtherRevisions slug={essay.slug} number={number} latest={latest} language={language} />
    </HistoryFrame>
  )
}
