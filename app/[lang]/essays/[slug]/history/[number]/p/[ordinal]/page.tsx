import type { Metadata } from 'next'
import { cache } from 'react'
import { paragraphAnchor } from '@/app/_components/essay/anchors'
import { CommentsAsOf } from '@/app/_components/history/comments-as-of'
import { HistoryFrame } from '@/app/_components/history/history-frame'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage, paragraphPath } from '@/app/_web/address'
import type { PageProps } from '@/app/_web/asked'
import { inPath, ThreadAsOfAddress, ThreadAsOfQuery } from '@/app/_web/history-addressed'
import { historyPath, revisionPath, threadAsOfPath } from '@/app/_web/history-paths'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { findThreadAsOf, readThreadAsOf } from '@/forum/comments/as-of'
import { history } from '@/messages/history'
import { type Language, LOCALE } from '@/messages/language'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'

type Props = PageProps<{ slug: string; number: string; ordinal: string }>

/** Once for the page and its title. */
const threadAt = cache(async (slug: string, number: number, ordinal: number, language: Language) =>
  orNotFound(findThreadAsOf(await viewer(), slug, number, ordinal), {
    language,
    path: threadAsOfPath(slug, number, ordinal),
  }),
)

async function asked({ params }: Props) {
  const given = await params
  const { slug, number, ordinal } = inPath(ThreadAsOfAddress, given)
  const language = pageLanguage(given.lang)
  return { language, ...(await threadAt(slug, number, ordinal, language)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, essay, number, ordinal } = await asked(props)
  return { title: `${history[language].threadOf(ordinal, number)} · ${essay.title}`, robots: { index: false } }
}

/** A paragraph's discussion as it stood when the next revision came. */
export default async function ThreadAsOfPage(props: Props) {
  const { language, essay, number, ordinal, paragraphId, text, until, isLast } = await asked(props)
  const { after } = parsed(ThreadAsOfQuery, await props.searchParams)
  const { comments, next } = await readThreadAsOf(await viewer(), paragraphId, until, after)
  const t = history[language]
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const path = inLanguage(language, threadAsOfPath(essay.slug, number, ordinal))
  const back = `${inLanguage(language, revisionPath(essay.slug, number))}#${paragraphAnchor(ordinal)}`
  const within = [
    { href: inLanguage(language, historyPath(essay.slug)), words: t.all },
    { href: back, words: t.readThen(number) },
  ]
  return (
    <HistoryFrame title={t.threadTitle(ordinal)} within={within}>
      <p
        lang={essay.language}
        dir="auto"
        className="border-s-3 border-rule-strong ps-4 font-serif text-ink-2 wrap-anywhere"
      >
        {text}
      </p>
      <p className="text-sm text-ink-2">
        {t.threadUntil(isLast ? null : `${date.format(until)} UTC`)}{' '}
        <TextLink href={inLanguage(language, paragraphPath(paragraphId))}>{t.discussion}</TextLink>
      </p>
      {comments.length === 0 ? (
        <p className="rounded-md bg-sunk px-4 py-5 text-ink-2">{after === undefined ? t.nobodyThen : t.noMore}</p>
      ) : (
        <CommentsAsOf comments={comments} language={language} />
      )}
      {after === undefined && next === null ? null : (
        <nav aria-label={t.threadTitle(ordinal)} className="flex flex-wrap gap-3 print:hidden">
          {after === undefined ? null : (
            <a href={path} className={button('plain', 'min-h-11')}>
              {t.fromStart}
            </a>
          )}
          {next === null ? null : (
            <a href={`${path}?after=${next}`} className={button('plain', 'min-h-11')}>
              {t.moreComments}
            </a>
          )}
        </nav>
      )}
    </HistoryFrame>
  )
}
