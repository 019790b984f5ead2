import Link from 'next/link'
import { inLanguage } from '@/app/_web/address'
import { tickOf } from '@/forum/moderation/bulk-input'
import type { ListPlace } from '@/forum/moderation/input'
import type { QueueLine } from '@/forum/moderation/queue'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { BULK } from './bulk-form'
import { casePath } from './paths'
import { Tag } from './tag'
import { When } from './when'

type Props = {
  line: QueueLine
  place: ListPlace
  chosen: boolean
  language: Language
}

/** One case in the queue: who, where, since when, two lines of the words, what readers say of it. */
export function CaseLine({ line, place, chosen, language }: Props) {
  const t = moderation[language]
  const words = desk[language]
  return (
    <li data-case={line.id} className="relative border-b border-rule">
      {line.state === 'done' ? null : (
        <input
          type="checkbox"
          form={BULK}
          {...tickOf(line)}
          aria-label={words.select(line.by)}
          className="absolute end-3.5 bottom-3 size-6 accent-rubric"
        />
      )}
      <Link
        href={inLanguage(language, casePath(line.id, place))}
        prefetch={false}
        aria-current={chosen ? 'true' : undefined}
        className="grid gap-1 border-s-3 border-transparent py-3 ps-4 pe-4.5 -outline-offset-2 hover:bg-leaf mid:aria-[current=true]:border-rubric mid:aria-[current=true]:bg-leaf"
      >
        <span className="flex min-w-0 gap-2 text-[0.8125rem]/5 text-ink-3">
          <b className="min-w-0 truncate font-semibold text-ink">{line.by}</b>
          {line.paragraph === null ? null : <span className="whitespace-nowrap">{t.onParagraph(line.paragraph)}</span>}
          <span className="ms-auto">
            <When at={line.openedAt} language={language} />
          </span>
        </span>
        <span dir="auto" className="line-clamp-2 text-sm/5 wrap-anywhere text-ink-2">
          {line.status === 'deleted' ? t.noWords : line.excerpt}
        </span>
        <span className="flex flex-wrap gap-1.5">
          {line.state === 'done' ? (
            <Tag look={line.act === 'approve' ? 'kept' : 'plain'}>{line.act ? words.acts[line.act] : t.closedTag}</Tag>
          ) : null}
          {line.reasons.map(({ reason, count }) => (
            <Tag key={reason} look="reason">
              {t.reasonCount(t.reasons[reason], count)}
            </Tag>
          ))}
          {line.claimedBy ? <Tag>{words.atWork(line.claimedBy)}</Tag> : null}
          {line.status === 'held' ? <Tag look="held">{t.status.held}</Tag> : null}
        </span>
        <span data-handled="" className="text-[0.8125rem] text-ok empty:hidden" />
      </Link>
    </li>
  )
}
