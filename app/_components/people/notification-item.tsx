import { commentPath, decisionPath, inLanguage, paragraphPath } from '@/app/_web/address'
import type { readNotifications } from '@/forum/notifications/queries'
import { account } from '@/messages/account'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { telling } from '@/messages/telling'
import { Moment } from './moment'

type Item = Awaited<ReturnType<typeof readNotifications>>['items'][number]

/** What happened, the words it is about, and the way there. */
export function NotificationItem({ item, language }: { item: Item; language: Language }) {
  const t = account[language]
  const isReport = item.kind === 'report'
  return (
    <li className="grid gap-1.5 py-4">
      <p className="flex items-baseline gap-2 font-semibold">
        <span className="min-w-0 flex-1">{whatHappened(item, language)}</span>
        {item.readAt ? null : (
          <span className="flex-none rounded bg-rubric-wash px-1.5 text-xs leading-5 font-normal text-rubric-ink">
            {t.unread}
          </span>
        )}
      </p>
      {item.comment.body ? (
        <blockquote className="line-clamp-4 border-s-2 border-rule-strong ps-3 whitespace-pre-line text-ink-2 wrap-anywhere">
          {item.comment.body}
        </blockquote>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-3 text-[0.8125rem] text-ink-3">
        <a
          href={inLanguage(
            language,
            isReport ? `${commentPath(item.comment.id)}/flagged` : commentPath(item.comment.id),
          )}
          className="inline-flex items-center py-1 text-rubric-ink hover:underline pointer-coarse:min-h-11"
        >
          {isReport ? moderation[language].flagReceiptLink : t.toComment}
        </a>
        {item.decision ? (
          <a
            href={inLanguage(language, decisionPath(item.decision.id))}
            className="inline-flex items-center py-1 text-rubric-ink hover:underline pointer-coarse:min-h-11"
          >
            {desk[language].toStatement}
          </a>
        ) : null}
        <Moment at={item.createdAt} language={language} />
        <span>{item.essay.title}</span>
        <a
          href={inLanguage(language, `${paragraphPath(item.comment.paragraphId)}/watch`)}
          className="inline-flex items-center py-1 hover:underline pointer-coarse:min-h-11"
        >
          {telling[language].threadLink}
        </a>
      </p>
    </li>
  )
}

function whatHappened(item: Item, language: Language): string {
  const t = account[language]
  if (item.decision) {
    const { act, reason } = item.decision
    if (act === 'approve') return t.approvedYours(reason)
    return act === 'remove' ? t.removedYours(reason) : `${desk[language].whatActs[act]} ${reason}`
  }
  if (item.kind === 'report') return telling[language].kinds.report
  if (item.kind === 'credit') return t.credited(item.essay.title)
  if (item.kind === 'changed') return telling[language].changedYours(item.essay.title)
  if (item.comment.by && item.kind === 'mention') return telling[language].mentioned(item.comment.by)
  if (item.comment.by && item.kind === 'watched') return telling[language].watchedNew(item.comment.by)
  return item.comment.by ? t.replied(item.comment.by) : t.repliedGone
}
