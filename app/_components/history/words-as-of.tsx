import { Written } from '@/app/_components/comments/written'
import { Moment } from '@/app/_components/people/moment'
import { PersonName } from '@/app/_components/people/person-name'
import { shownName } from '@/app/_components/people/shown-name'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { CommentView } from '@/forum/comments/view'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

/** The words with who wrote them and when; of what was taken out, the place, and the words for those who may read them. */
export function WordsAsOf({ comment, language }: { comment: CommentView; language: Language }) {
  const t = thread[language]
  const { author, status, html, quote } = comment
  if (status === 'deleted' || status === 'removed' || !author)
    return (
      <div className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-sm text-ink-3">
        <p>{status === 'deleted' ? t.deleted : t.removed}</p>
        {html ? (
          <div className="mt-2 border-s-2 border-rule-strong ps-3">
            {author ? <b className="font-semibold wrap-anywhere">{shownName(author.handle, language)}</b> : null}
            <Written html={html} />
          </div>
        ) : null}
      </div>
    )
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <PersonName person={{ handle: author.handle }} language={language} className="py-1 font-semibold" />
        {author.role === 'member' ? null : (
          <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">
            {t.roles[author.role]}
          </span>
        )}
        <a
          href={inLanguage(language, commentPath(comment.id))}
          className="py-1 text-[0.8125rem] text-ink-3 hover:underline"
        >
          <Moment at={new Date(comment.createdAt)} language={language} />
          <span className="sr-only"> {history[language].toComment}</span>
        </a>
        {comment.editedAt ? <span className="text-[0.8125rem] text-ink-3">{t.edited}</span> : null}
      </p>
      {quote ? (
        <blockquote
          dir="auto"
          className="my-1.5 border-s-2 border-rubric py-0.5 ps-3 font-serif text-[0.9375rem]/[1.5] italic text-ink-2 wrap-anywhere"
        >
          {quote}
        </blockquote>
      ) : null}
      {status === 'held' ? <p className="text-[0.8125rem] text-warn">{t.held}</p> : null}
      <Written html={html ?? ''} className="mt-1" />
    </>
  )
}
