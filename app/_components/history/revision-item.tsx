import { Moment } from '@/app/_components/people/moment'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage, personPath } from '@/app/_web/address'
import { comparedPath, revisionPath } from '@/app/_web/history-paths'
import type { RevisionFacts } from '@/forum/essay/history'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import { CreditsLine } from './credits-line'

type Props = { essay: { slug: string; language: string }; revision: RevisionFacts; language: Language }

const TOLD = ['edited', 'moved', 'split', 'merged', 'removed', 'restored', 'added'] as const

/** One revision: when and by whom it was published, what it did to the paragraphs, and the ways to its text. */
export function RevisionItem({ essay, revision, language }: Props) {
  const t = history[language]
  const { number } = revision
  const fates = fatesInWords(revision.fates, language)
  return (
    <li className="grid gap-1.5 py-5">
      <h2 className="flex flex-wrap items-baseline gap-x-2.5 text-base font-semibold">
        {t.revision(number)}{' '}
        <span className="text-[0.8125rem] font-normal text-ink-3">
          <Moment at={new Date(revision.publishedAt)} language={language} />
        </span>
      </h2>
      {revision.note ? (
        <p lang={essay.language} dir="auto" className="wrap-anywhere">
          {revision.note}
        </p>
      ) : null}
      {fates ? <p className="text-sm text-ink-2">{fates}</p> : null}
      {revision.restores === null ? null : <p className="text-sm text-ink-2">{t.restores(revision.restores)}</p>}
      <CreditsLine revision={revision} language={language} />
      <p className="text-[0.8125rem] text-ink-3">
        {revision.by === null ? (
          t.operator
        ) : (
          <>
            {t.publishedBy.before}
            <a
              href={inLanguage(language, personPath(revision.by))}
              className="py-1 font-semibold wrap-anywhere hover:underline"
            >
              {revision.by}
            </a>
            {t.publishedBy.after}
          </>
        )}
        {' · '}
        {t.paragraphs(revision.paragraphs)}
      </p>
      <ul className="flex flex-wrap gap-x-5 text-sm print:hidden">
        {number > 1 ? (
          <li>
            <TextLink href={inLanguage(language, comparedPath(essay.slug, number - 1, number))}>
              {t.compareWith(number - 1)}
            </TextLink>
          </li>
        ) : null}
        <li>
          <TextLink href={inLanguage(language, revisionPath(essay.slug, number))}>{t.readThen(number)}</TextLink>
        </li>
      </ul>
    </li>
  )
}

/** "3 edited, 1 moved"; what was kept is only said when nothing else happened. Empty for the first revision. */
function fatesInWords(fates: RevisionFacts['fates'], language: Language): string {
  const t = history[language]
  const told = TOLD.flatMap((kind) => (fates[kind] ? [t.fates[kind](fates[kind])] : []))
  if (told.length === 0 && fates.kept) return t.fates.kept(fates.kept)
  return told.join(t.comma)
}
