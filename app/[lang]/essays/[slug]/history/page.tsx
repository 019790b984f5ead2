import type { Metadata } from 'next'
import { cache } from 'react'
import { revisePath, settingsPath } from '@/app/_components/authoring/paths'
import { CompareForm } from '@/app/_components/history/compare-form'
import { HistoryFrame } from '@/app/_components/history/history-frame'
import { RetiredParagraphs } from '@/app/_components/history/retired-paragraphs'
import { RevisionItem } from '@/app/_components/history/revision-item'
import { TextLink } from '@/app/_components/people/text-link'
import { essayPath, inLanguage } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import type { PageProps } from '@/app/_web/asked'
import { HistoryQuery, inPath } from '@/app/_web/history-addressed'
import { historyPath } from '@/app/_web/history-paths'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { mayRevise } from '@/forum/essay/authors'
import { readHistory, readRetiredParagraphs } from '@/forum/essay/history'
import { readLatest } from '@/forum/essay/latest-revision'
import { authoring } from '@/messages/authoring'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Props = PageProps<{ slug: string }>

/** Once for the page and its title. */
const historyOf = cache(async (slug: string, before: number | undefined, language: Language) => {
  const who = await viewer()
  const at = { language, path: `${historyPath(slug)}${before === undefined ? '' : `?before=${before}`}` }
  return orNotFound(Promise.all([readHistory(who, slug, before), readLatest(who, slug)]), at)
})

async function asked({ params, searchParams }: Props) {
  const given = await params
  const { before, published } = parsed(HistoryQuery, await searchParams)
  const { slug } = inPath(BySlug, given)
  const language = pageLanguage(given.lang)
  const [found, now] = await historyOf(slug, before, language)
  return { language, before, published, found, ...now }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, found, isListed } = await asked(props)
  const title = `${history[language].title} · ${found.essay.title}`
  return { title, ...(isListed ? {} : { robots: { index: false } }) }
}

/** Every published state of an essay's text, and what is no longer in it. */
export default async function HistoryPage(props: Props) {
  const { language, before, published, found, latest } = await asked(props)
  const { essay, revisions, before: earlier } = found
  const t = history[language]
  const path = inLanguage(language, historyPath(essay.slug))
  const present = { href: inLanguage(language, essayPath(essay.slug)), words: essay.title, lang: essay.language }
  return (
    <HistoryFrame title={t.title} within={[present]}>
      {published ? <Notice look="done">{authoring[language].justPublished(published)}</Notice> : null}
      {(await mayRevise(await viewer(), essay.slug)) ? (
        <p className="flex flex-wrap gap-x-5 text-sm print:hidden">
          <TextLink href={inLanguage(language, revisePath(essay.slug))}>{authoring[language].revise}</TextLink>
          <TextLink href={inLanguage(language, settingsPath(essay.slug))}>{authoring[language].settings}</TextLink>
        </p>
      ) : null}
      <p className="text-ink-2">{latest === 1 ? t.once : t.intro}</p>
      {latest === 1 ? null : (
        <CompareForm slug={essay.slug} latest={latest} from={latest - 1} to={latest} language={language} />
      )}
      {revisions.length === 0 ? (
        <p className="rounded-md bg-sunk px-4 py-5 text-ink-2">{t.emptyPage}</p>
      ) : (
        <ol className="divide-y divide-rule border-y border-rule">
          {revisions.map((revision) => (
            <RevisionItem key={revision.number} essay={essay} revision={revision} language={language} />
          ))}
        </ol>
      )}
      {before === undefined && earlier === null ? null : (
        <nav aria-label={t.pages} className="flex flex-wrap gap-3 print:hidden">
          {before === undefined ? null : (
            <a href={path} className={button('plain', 'min-h-11')}>
              {t.newest}
            </a>
          )}
          {earlier === null ? null : (
            <a href={`${path}?before=${earlier}`} className={button('plain', 'min-h-11')}>
              {t.earlier}
            </a>
          )}
        </nav>
      )}
      {before === undefined ? (
        <RetiredParagraphs
          paragraphs={await readRetiredParagraphs(await viewer(), essay.slug)}
          essayLanguage={essay.language}
          language={language}
        />
      ) : null}
    </HistoryFrame>
  )
}
