import { PersonName } from '@/app/_components/people/person-name'
import { commentPath, inLanguage, thenPath } from '@/app/_web/address'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { Avatar } from '@/ui/avatar'
import type { ThreadPlace } from './place'
import { When } from './when'

type Props = {
  comment: CommentView
  author: NonNullable<CommentView['author']>
  place: ThreadPlace
  language: Language
}

/** Who wrote a comment, when, whether it was edited, and on which words of the paragraph. */
export function CommentHeader({ comment, author, place, language }: Props) {
  const t = thread[language]
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
      <Avatar name={author.handle} />
      <PersonName person={{ handle: author.handle }} language={language} className="font-semibold" />
      {author.role === 'member' ? null : (
        <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">{t.roles[author.role]}</span>
      )}
      <a href={inLanguage(language, commentPath(comment.id))} className="text-[0.8125rem] text-ink-3 hover:underline">
        <When at={comment.createdAt} language={language} />
      </a>
      {comment.editedAt ? (
        <a
          href={inLanguage(language, `${commentPath(comment.id)}/history`)}
          className="text-[0.8125rem] text-ink-3 hover:underline"
        >
          {t.edited}
        </a>
      ) : null}
      {comment.writtenOn < place.since ? (
        <a
          href={inLanguage(language, thenPath(place.paragraphId, comment.writtenOn))}
          title={t.thenAndNow}
          className="text-[0.8125rem] text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink"
        >
          {t.onRevision(comment.writtenOn)}
        </a>
      ) : null}
    </header>
  )
}
