import Link from 'next/link'
import type { ReactNode } from 'react'
import { paragraphAnchor } from '@/app/_components/essay/anchors'
import { FeedLink } from '@/app/_components/feeds/feed-link'
import { firstWords } from '@/app/_components/history/first-words'
import { FurtherNews } from '@/app/_components/unread/further-news'
import { LiveCount } from '@/app/_components/unread/live-count'
import { ThreadNews } from '@/app/_components/unread/thread-news'
import { essayPath, inLanguage, paragraphPath, threadPath } from '@/app/_web/address'
import type { Sort } from '@/forum/comments/input'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Past } from '@/forum/essay/past'
import type { EssayView, ParagraphView } from '@/forum/essay/queries'
import { feeds } from '@/messages/feeds'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { telling } from '@/messages/telling'
import { thread } from '@/messages/thread'
import { CommentList } from './comment-list'
import { Composer } from './composer'
import { HouseRules } from './house-rules'
import { LockLine } from './lock-line'
import { MoreComments } from './more-comments'
import { PinnedParagraph } from './pinned-paragraph'
import type { ThreadPlace } from './place'
import { SlowLine } from './slow-line'
import { SortLinks } from './sort-links'
import { ThreadOpening } from './thread-opening'
import { ThreadPanel } from './thread-panel'

type Props = {
  essay: EssayView
  paragraph: ParagraphView
  sort: Sort
  comments: ThreadComment[]
  nextCursor: string | null
  past: Past
  language: Language
  /** Above the list, e.g. what a single comment answers. */
  before?: ReactNode
}

/** The discussion of one paragraph. */
export function Thread({ essay, paragraph, sort, comments, nextCursor, past, language, before }: Props) {
  const t = reading[language]
  const { ordinal, commentCount } = paragraph
  const back = `${inLanguage(language, essayPath(essay.slug))}#${paragraphAnchor(ordinal)}`
  const place: ThreadPlace = {
    paragraphId: paragraph.id,
    since: past.since,
    text: paragraph.text,
    closed: paragraph.locked,
  }
  const shown = comments.reduce((sum, comment) => sum + size(comment), 0)
  return (
    <ThreadPanel label={t.thread(ordinal)} back={back}>
      <header className="flex flex-wrap items-center gap-x-2.5 border-b border-rule px-5 py-3 mid:px-7">
        <Link
          href={back}
          prefetch={false}
          scroll={false}
          aria-label={t.back}
          className="-ms-3 inline-grid size-11 place-items-center text-lg text-ink-2 hover:text-ink mid:hidden"
        >
          <span aria-hidden="true" className="rtl:-scale-x-100">
            ‹
          </span>
        </Link>
        <h2 className="text-base font-semibold">{t.paragraph(ordinal)}</h2>
        <LiveCount paragraphId={paragraph.id} drawn={commentCount} language={language} />
        <Link
          href={back}
          prefetch={false}
          scroll={false}
          aria-label={t.close}
          className="-me-2 ms-auto hidden size-9 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink mid:inline-grid"
        >
          <span aria-hidden="true">✕</span>
        </Link>
        {commentCount > 1 ? <SortLinks sort={sort} path={threadPath(essay.slug, ordinal)} language={language} /> : null}
      </header>
      <PinnedParagraph text={paragraph.text} essayLanguage={essay.language} language={language} />
      <div className="flex-1 px-5 pt-1 pb-6 mid:overflow-y-auto mid:px-7">
        <ThreadNews paragraphId={paragraph.id} language={language} />
        <div className="max-w-[32.5rem]">
          {before ?? (
            <ThreadOpening paragraph={paragraph} past={past} essayLanguage={essay.language} language={language} />
          )}
          {comments.length > 0 ? (
            <CommentList comments={comments} place={place} language={language} />
          ) : before === undefined ? (
            <p className="py-6 text-ink-2">
              {thread[language].empty} <span className="block text-ink-3">{thread[language].emptyHint}</span>
            </p>
          ) : (
            <p className="py-6 text-ink-2">{thread[language].emptyPage}</p>
          )}
          {nextCursor ? (
            <MoreComments
              // Another order, or another end of the first page: what was loaded below it does not fit any more.
              key={`${sort} ${nextCursor}`}
              place={place}
              path={`${threadPath(essay.slug, ordinal)}/comments`}
              sort={sort}
              cursor={nextCursor}
              remaining={sort === 'best' && before === undefined ? Math.max(0, commentCount - shown) : 0}
              language={language}
            />
          ) : null}
          <FurtherNews language={language} />
          <p className="flex flex-wrap gap-x-5 pt-5 text-[0.8125rem] text-ink-3">
            <a
              href={inLanguage(language, `${paragraphPath(paragraph.id)}/watch`)}
              rel="nofollow"
              className="inline-flex items-center py-1 hover:text-ink hover:underline pointer-coarse:min-h-11"
            >
              {telling[language].threadLink}
            </a>
            {essay.isListed ? (
              <FeedLink
                path={paragraphPath(paragraph.id)}
                title={feeds[language].ofParagraph(essay.title, firstWords(paragraph.text, 60))}
                language={language}
              />
            ) : null}
          </p>
        </div>
      </div>
      <footer className="sticky bottom-0 border-t border-rule bg-leaf px-5 py-3 mid:static mid:px-7 mid:pt-3.5 mid:pb-4">
        <div className="max-w-[32.5rem]">
          {paragraph.locked ? (
            <LockLine note={paragraph.lockNote} essayLanguage={essay.language} language={language} />
          ) : null}
          {paragraph.locked ? null : <HouseRules html={essay.houseRulesHtml} language={language} />}
          {paragraph.slow && !paragraph.locked ? (
            <SlowLine slow={paragraph.slow} essayLanguage={essay.language} language={language} />
          ) : null}
          {paragraph.locked ? null : (
            <Composer
              paragraphId={paragraph.id}
              ordinal={ordinal}
              quotable={{ text: paragraph.text, lang: essay.language }}
              language={language}
              stays
            />
          )}
        </div>
      </footer>
    </ThreadPanel>
  )
}

/** Published comments in a tree: places without words are not in the paragraph's count either. */
function size(comment: ThreadComment): number {
  const own = comment.status === 'published' ? 1 : 0
  return comment.replies.reduce((sum, reply) => sum + size(reply), own)
}
