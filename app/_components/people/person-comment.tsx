import { Written } from '@/app/_components/comments/written'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { readProfile } from '@/forum/people/queries'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { Moment } from './moment'

type Comment = Awaited<ReturnType<typeof readProfile>>['comments'][number]

/** One of a person's comments: its words first, and where it stands. */
export function PersonComment({ comment, language }: { comment: Comment; language: Language }) {
  const t = account[language]
  return (
    <li className="grid gap-1.5 py-4">
      <Written html={comment.html} />
      <p className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] text-ink-3">
        <a
          href={inLanguage(language, commentPath(comment.id))}
          className="inline-flex items-center py-1 underline decoration-rule-strong underline-offset-[0.2em] hover:text-ink pointer-coarse:min-h-11"
        >
          <Moment at={comment.createdAt} language={language} />
          <span className="sr-only"> {t.toComment}</span>
        </a>
        <span>{t.on(comment.essay.title)}</span>
        {comment.status === 'held' ? <span className="rounded bg-warn-wash px-1.5 text-warn">{t.held}</span> : null}
      </p>
    </li>
  )
}
