import type { Metadata } from 'next'
import { ChangedRow } from '@/app/_components/history/changed-row'
import { CompareForm } from '@/app/_components/history/compare-form'
import { fold } from '@/app/_components/history/fold'
import { HistoryFrame } from '@/app/_components/history/history-frame'
import { UnchangedRun } from '@/app/_components/history/unchanged-run'
import { TextLink } from '@/app/_components/people/text-link'
import { essayPath, inLanguage } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import type { PageProps } from '@/app/_web/asked'
import { CompareQuery, inPath } from '@/app/_web/history-addressed'
import { comparedPath, historyPath, revisionPath } from '@/app/_web/history-paths'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { compareRevisions } from '@/forum/essay/compare'
import { readLatest } from '@/forum/essay/latest-revision'
import { history } from '@/messages/history'

export const dynamic = 'force-dynamic'

type Props = PageProps<{ slug: string }>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { from, to } = parsed(CompareQuery, await searchParams)
  return { title: history[pageLanguage((await params).lang)].compared(from, to), robots: { index: false } }
}

/** Two revisions, paragraph by paragraph, with what changed word by word. */
export default async function ComparePage({ params, searchParams }: Props) {
  const given = await params
  const language = pageLanguage(given.lang)
  const { slug } = inPath(BySlug, given)
  const { from, to } = parsed(CompareQuery, await searchParams)
  const who = await viewer()
  const [{ essay, rows }, { latest }] = await orNotFound(
    Promise.all([compareRevisions(who, slug, from, to), readLatest(who, slug)]),
    { language, path: comparedPath(slug, from, to) },
  )
  const t = history[language]
  const changed = rows.some(({ kind }) => kind !== 'same')
  const within = [
    { href: inLanguage(language, essayPath(slug)), words: essay.title, lang: essay.language },
    { href: inLanguage(language, historyPath(slug)), words: t.title },
  ]
  return (
    <HistoryFrame title={t.compared(from, to)} within={within}>
      <p className="text-ink-2">{from === to ? t.sameRevision(from) : changed ? t.legend : t.noChange}</p>
      {from === to ? null : (
        <div className="grid grid-cols-1 gap-7">
          {fold(rows).map((part) =>
            'changed' in part ? (
              <ChangedRow key={part.changed.paragraphId} row={part.changed} lang={essay.language} language={language} />
            ) : (
              <UnchangedRun
                key={part.unchanged[0]?.paragraphId}
                rows={part.unchanged}
                lang={essay.language}
                language={language}
              />
            ),
          )}
        </div>
      )}
      <ul className="flex flex-wrap gap-x-5 border-t border-rule pt-4 text-sm print:hidden">
        {[...new Set([from, to])].map((number) => (
          <li key={number}>
            <TextLink href={inLanguage(language, revisionPath(slug, number))}>{t.readThen(number)}</TextLink>
          </li>
        ))}
      </ul>
      <CompareForm slug={slug} latest={latest} from={from} to={to} language={language} />
    </HistoryFrame>
  )
}
