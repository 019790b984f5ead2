'use client'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { useMine } from './mine'
import { Written } from './written'

/** Where a comment stood. Its author reads their words and the reason here; nobody else does. */
export function RemovedPlace({ comment, language }: { comment: ThreadComment; language: Language }) {
  const t = thread[language]
  const own = useMine(comment.paragraphId)?.removed.find((removed) => removed.id === comment.id)
  const sentence = comment.status === 'deleted' ? t.deleted : own ? t.removedYours : t.removed
  return (
    <div className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-sm text-ink-3">
      <p>{sentence}</p>
      {own ? (
        <>
          <p className="text-ink-2">{own.reason ? t.reason(own.reason) : null}</p>
          <Written html={own.html} className="mt-2 border-s-2 border-rule-strong ps-3" />
        </>
      ) : null}
    </div>
  )
}
