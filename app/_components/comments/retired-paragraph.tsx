import { Fragment } from 'react'
import { TextLink } from '@/app/_components/people/text-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { essayPath, inLanguage, paragraphPath } from '@/app/_web/address'
import { historyPath } from '@/app/_web/history-paths'
import type { Sort } from '@/forum/comments/input'
import type { readWindow } from '@/forum/comments/queries'
import type { Past } from '@/forum/essay/past'
import type { locateParagraph } from '@/forum/essay/queries'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { thread } from '@/messages/thread'
import { CommentList } from './comment-list'
import { MoreComments } from './more-comments'
import type { ThreadPlace } from './place'
import { QuotedComment } from './quoted-comment'
import { TraceLines } from './trace-lines'

type Props = {
  paragraph: Awaited<ReturnType<typeof locateParagraph>>
  shown: Awaited<ReturnType<typeof readWindow>>
  sort: Sort
  past: Past
  language: Language
}

/** The page of a paragraph that is in the text no more: its last words and its discussion, to read. */
export function RetiredParagraph({ paragraph, shown, sort, past, language }: Props) {
  const t = reading[language]
  const { id, essay, text, retiredIn, commentCount } = paragraph
  const place: ThreadPlace = { paragraphId: id, since: past.since, text, closed: true }
  return (
    <WidePage>
      <header className="grid gap-2">
        <p className="flex flex-wrap gap-x-4 text-[0.8125rem] text-ink-3">
          <TextLink href={inLanguage(language, essayPath(essay.slug))}>{essay.title}</TextLink>
          <TextLink href={inLanguage(language, historyPath(essay.slug))}>{t.history}</TextLink>
        </p>
        <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.retiredTitle}
        </h1>
        <p className="text-ink-2">{t.retiredIn(retiredIn ?? 0)}</p>
      </header>
      <blockquote
        lang={essay.language}
        dir="auto"
        className="border-s-3 border-rule-strong ps-4 font-serif text-[1.125rem]/[1.62] whitespace-pre-line wrap-anywhere text-ink-2"
      >
        {text}
      </blockquote>
      <TraceLines traces={past.traces} language={language} />
      <section className="grid gap-2">
        <h2 className="font-serif text-xl font-semibold">{t.discussion}</h2>
        <p className="text-[0.8125rem] text-ink-3">
          {commentCount === 0 && shown.comments.length === 0 ? t.noDiscussion : t.retiredClosed}
        </p>
        {shown.above.length > 0 ? (
          <div className="grid gap-2">
            <p className="text-[0.8125rem]">
              <TextLink href={inLanguage(language, paragraphPath(id))}>{thread[language].whole}</TextLink>
            </p>
            {shown.above.map((comment, index) => (
              <Fragment key={comment.id}>
                <QuotedComment comment={comment} language={language} />
                {index === 0 && shown.skipped > 0 ? (
                  <p className="text-center text-[0.8125rem] text-ink-3">{thread[language].skipped(shown.skipped)}</p>
                ) : null}
              </Fragment>
            ))}
          </div>
        ) : null}
        <CommentList comments={shown.comments} place={place} language={language} />
        {shown.nextCursor ? (
          <MoreComments
            key={shown.nextCursor}
            place={place}
            path={paragraphPath(id)}
            sort={sort}
            cursor={shown.nextCursor}
            remaining={0}
            language={language}
          />
        ) : null}
      </section>
    </WidePage>
  )
}
