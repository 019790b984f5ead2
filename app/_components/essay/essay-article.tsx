import { FeedLink } from '@/app/_components/feeds/feed-link'
import { AllRead } from '@/app/_components/unread/all-read'
import { LiveTotal } from '@/app/_components/unread/live-count'
import { essayPath, inLanguage } from '@/app/_web/address'
import type { EssayView } from '@/forum/essay/queries'
import { readingMinutes } from '@/forum/essay/reading-time'
import { feeds } from '@/messages/feeds'
import { type Language, LOCALE } from '@/messages/language'
import { reading } from '@/messages/reading'
import { telling } from '@/messages/telling'
import { MarksSwitch } from './marks-switch'
import { ParagraphBlock } from './paragraph-block'

const TITLE = 'essay-title'

/** The essay with its marks; the same for everybody. */
export function EssayArticle({ essay, language }: { essay: EssayView; language: Language }) {
  const t = reading[language]
  const published = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(essay.publishedAt),
  )
  const minutes = readingMinutes(essay.paragraphs.map((paragraph) => paragraph.text))
  const facts = [essay.forMembers ? t.essayForMembers : t.essay, t.length(essay.paragraphs.length, minutes)]
  return (
    <article aria-labelledby={TITLE}>
      <header className="mb-8 border-b border-rule pb-6 mid:mb-9 mid:pb-7">
        <p className="text-[0.8125rem] text-ink-3">
          {facts.join(' · ')} ·{' '}
          <a href={inLanguage(language, `${essayPath(essay.slug)}/history`)} className="hover:text-ink hover:underline">
            {t.revision(essay.revision, published)}
          </a>
          {' · '}
          <a
            href={inLanguage(language, `${essayPath(essay.slug)}/watch`)}
            className="inline-flex items-center py-1 hover:text-ink hover:underline pointer-coarse:min-h-11"
          >
            {telling[language].essayShort}
          </a>
          {essay.isListed ? (
            <>
              {' · '}
              <FeedLink path={essayPath(essay.slug)} title={feeds[language].ofEssay(essay.title)} language={language} />
            </>
          ) : null}
        </p>
        <h1
          id={TITLE}
          lang={essay.language}
          dir="auto"
          className="mt-3.5 mb-3 text-balance font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2.375rem]/[1.15]"
        >
          {essay.title}
        </h1>
        <div className="flex min-h-8 flex-wrap items-center gap-x-4 text-sm text-ink-2">
          <LiveTotal drawn={essay.paragraphs.map(({ id, commentCount }) => [id, commentCount])} language={language} />
          <MarksSwitch language={language} />
          <AllRead slug={essay.slug} language={language} />
        </div>
        {essay.note ? (
          <p lang={essay.language} dir="auto" className="mt-1 text-[0.8125rem] text-ink-3">
            {essay.note}
          </p>
        ) : null}
      </header>
      {essay.paragraphs.map((paragraph) => (
        <ParagraphBlock key={paragraph.id} essay={essay} paragraph={paragraph} language={language} />
      ))}
    </article>
  )
}
