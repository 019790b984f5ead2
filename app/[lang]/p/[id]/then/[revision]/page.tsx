import type { Metadata } from 'next'
import { cache } from 'react'
import { WordDiff } from '@/app/_components/essay/word-diff'
import { HistoryFrame } from '@/app/_components/history/history-frame'
import { WholeWording } from '@/app/_components/history/whole-wording'
import { TextLink } from '@/app/_components/people/text-link'
import { essayPath, inLanguage, paragraphPath, thenPath } from '@/app/_web/address'
import { inPath, ThenAddress } from '@/app/_web/history-addressed'
import { historyPath } from '@/app/_web/history-paths'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { typographicForm } from '@/forum/essay/normalise'
import { locateParagraph } from '@/forum/essay/queries'
import { readThenAndNow, type ThenAndNow } from '@/forum/essay/then-and-now'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string; id: string; revision: string }> }

/** Once for the page and its title. */
const paragraphAt = cache(async (id: string, revision: number, language: Language) =>
  orNotFound(locateParagraph(await viewer(), id), { language, path: thenPath(id, revision) }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = await params
  const language = pageLanguage(given.lang)
  const { id, revision } = inPath(ThenAddress, given)
  const { ordinal, essay } = await paragraphAt(id, revision, language)
  const title = `${history[language].thenAndNow(ordinal)} · ${essay.title}`
  return { title, robots: { index: false } }
}

/** What became of a paragraph's words since a revision: for comments that were written on an earlier wording. */
export default async function ThenPage({ params }: Props) {
  const given = await params
  const language = pageLanguage(given.lang)
  const { id, revision } = inPath(ThenAddress, given)
  const { essay, ordinal, retired } = await paragraphAt(id, revision, language)
  const wordings = await orNotFound(readThenAndNow(await viewer(), id, revision))
  const { earlier, present, diff } = wordings
  const t = history[language]
  const within = [
    { href: inLanguage(language, essayPath(essay.slug)), words: essay.title, lang: essay.language },
    { href: inLanguage(language, historyPath(essay.slug)), words: t.title },
  ]
  return (
    <HistoryFrame title={t.thenAndNow(ordinal)} within={within}>
      <div className="grid gap-1 text-ink-2">
        {retired ? <p>{t.gone}</p> : null}
        <p>{verdict(wordings, retired, language)}</p>
      </div>
      <WordDiff parts={diff} lang={essay.language} language={language} />
      {earlier.text === present.text ? null : (
        <div className="grid grid-cols-1 gap-3">
          <WholeWording title={t.revision(earlier.revision)} text={earlier.text} lang={essay.language} />
          <WholeWording
            title={retired ? t.last(present.revision) : t.now(present.revision)}
            text={present.text}
            lang={essay.language}
          />
        </div>
      )}
      <p>
        <TextLink href={inLanguage(language, paragraphPath(id))}>{t.discussion}</TextLink>
      </p>
    </HistoryFrame>
  )
}

function verdict({ earlier, present }: ThenAndNow, retired: boolean, language: Language): string {
  const t = history[language]
  if (earlier.text === present.text) return retired ? t.sameLast : t.same
  const between = t.fromTo(earlier.revision, present.revision)
  const sameWords = typographicForm(earlier.text) === typographicForm(present.text)
  return `${between} ${sameWords ? t.typography : t.legend}`
}
