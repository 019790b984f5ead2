import { Fragment } from 'react'
import { inLanguage, threadPath } from '@/app/_web/address'
import type { ThreadWindow as Asked } from '@/forum/comments/input'
import type { readWindow } from '@/forum/comments/queries'
import type { Past } from '@/forum/essay/past'
import type { EssayView, ParagraphView } from '@/forum/essay/queries'
import type { HeldFor } from '@/forum/moderation/held'
import { held } from '@/messages/held'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { QuotedComment } from './quoted-comment'
import { Thread } from './thread'

type Props = {
  essay: EssayView
  paragraph: ParagraphView
  asked: Asked
  shown: Awaited<ReturnType<typeof readWindow>>
  past: Past
  /** Why the comment it is about waits for a moderator, where it is the reader's own. */
  why: HeldFor[] | undefined
  language: Language
}

/** A thread in another order, from another page on, or round one comment. */
export function ThreadWindow({ essay, paragraph, asked, shown, past, why, language }: Props) {
  return (
    <Thread
      essay={essay}
      paragraph={paragraph}
      sort={asked.sort}
      comments={shown.comments}
      nextCursor={shown.nextCursor}
      past={past}
      language={language}
      before={
        asked.at || asked.cursor ? (
          <div className="grid gap-2 pt-4">
            <p className="text-[0.8125rem] text-ink-3">
              {asked.at ? `${thread[language].inContext} · ` : null}
              <a
                href={inLanguage(language, threadPath(essay.slug, paragraph.ordinal))}
                className="text-rubric-ink underline underline-offset-2"
              >
                {thread[language].whole}
              </a>
            </p>
            {/* With scripts the comment itself says so. */}
            {why ? (
              <noscript>
                <p dir="auto" className="text-[0.8125rem] text-warn">
                  {thread[language].held} {held[language].because(why)}
                </p>
              </noscript>
            ) : null}
            {shown.above.map((comment, index) => (
              <Fragment key={comment.id}>
                <QuotedComment comment={comment} language={language} />
                {index === 0 && shown.skipped > 0 ? (
                  <p className="text-center text-[0.8125rem] text-ink-3">{thread[language].skipped(shown.skipped)}</p>
                ) : null}
              </Fragment>
            ))}
          </div>
        ) : undefined
      }
    />
  )
}
