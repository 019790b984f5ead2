import { WordDiff } from '@/app/_components/essay/word-diff'
import type { DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { When } from './when'

/** What the comment said before its edits, each as what changed after it. */
export function CaseEdits({ item, language }: { item: DeskCase; language: Language }) {
  const t = desk[language]
  if (item.edits.length === 0) return null
  return (
    <details className="mt-3 text-sm">
      <summary className="py-1.5 text-rubric-ink">{t.edits}</summary>
      <ol className="grid gap-3">
        {item.edits.map((edit) => (
          <li key={edit.revision} className="min-w-0">
            <p className="text-[0.8125rem] text-ink-3">
              {t.editOf(edit.revision)} <When at={edit.replacedAt} language={language} />
            </p>
            <WordDiff parts={edit.diff} lang={item.comment.essay.language} language={language} />
          </li>
        ))}
      </ol>
    </details>
  )
}
