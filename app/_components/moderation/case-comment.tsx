import { Written } from '@/app/_components/comments/written'
import type { DeskCase } from '@/forum/moderation/queries'
import { type Language, LOCALE } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { Avatar } from '@/ui/avatar'
import { Tag } from './tag'
import { When } from './when'

const DAY_MS = 86_400_000

/** The comment the case is about. */
export function CaseComment({ item, language }: { item: DeskCase; language: Language }) {
  const t = moderation[language]
  const { comment, person } = item
  const joinedToday = Date.now() - person.createdAt.getTime() < DAY_MS
  return (
    <section
      aria-label={t.caseOf(person.handle)}
      className={`${item.above.length > 0 ? 'ms-3 mid:ms-6' : ''} rounded-lg border border-rubric bg-leaf px-4 py-3.5`}
    >
      <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Avatar name={person.handle} />
        <b className="font-semibold wrap-anywhere">{person.handle}</b>
        {joinedToday ? <Tag>{t.joinedToday}</Tag> : null}
        {comment.status === 'published' ? null : <Tag look="held">{t.status[comment.status]}</Tag>}
        <span className="text-ink-3">
          <When at={comment.createdAt} language={language} />
        </span>
        {comment.editedAt ? <span className="text-ink-3">{t.edited(ago(comment.editedAt, language))}</span> : null}
      </p>
      {comment.quote ? (
        <blockquote
          dir="auto"
          className="mb-2 border-s-2 border-rubric ps-3 font-serif text-[0.9375rem] wrap-anywhere text-ink-2 italic"
        >
          {comment.quote}
        </blockquote>
      ) : null}
      {comment.status === 'deleted' ? (
        <p className="text-sm text-ink-2">{t.noWords}</p>
      ) : (
        <Written html={comment.html} />
      )}
    </section>
  )
}

function ago(at: Date, language: Language): string {
  const minutes = Math.floor((Date.now() - at.getTime()) / 60_000)
  const format = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' })
  if (minutes < 60) return format.format(-minutes, 'minute')
  return minutes < 1440
    ? format.format(-Math.floor(minutes / 60), 'hour')
    : format.format(-Math.floor(minutes / 1440), 'day')
}
