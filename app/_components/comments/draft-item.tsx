import { firstWords } from '@/app/_components/history/first-words'
import { AccountForm } from '@/app/_components/people/account-form'
import { Moment } from '@/app/_components/people/moment'
import { shownName } from '@/app/_components/people/shown-name'
import { TextLink } from '@/app/_components/people/text-link'
import { commentPath, inLanguage, paragraphPath } from '@/app/_web/address'
import type { listUnsent } from '@/forum/unsent/queries'
import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'

type Item = Awaited<ReturnType<typeof listUnsent>>['items'][number]

/** A draft: what it is about, its words, the way back to it. */
export function DraftItem({ item, language }: { item: Item; language: Language }) {
  const t = writing[language]
  const page = item.answers ? `${commentPath(item.answers.id)}/reply` : `${paragraphPath(item.paragraphId)}/write`
  return (
    <li className="grid gap-1.5 py-4">
      <p className="font-semibold">
        {item.answers ? t.draftAnswers(shownName(item.answers.handle, language)) : t.draftOn}
      </p>
      {item.essay ? (
        <p className="text-[0.8125rem] text-ink-3">
          {item.essay.title} · <span lang={item.essay.language}>{firstWords(item.essay.paragraph, 80)}</span>
        </p>
      ) : (
        <p className="text-[0.8125rem] text-warn">{t.draftGone}</p>
      )}
      <p
        dir="auto"
        className={`border-s-2 border-rule-strong ps-3 text-ink-2 wrap-anywhere whitespace-pre-line ${item.essay ? 'line-clamp-4' : ''}`}
      >
        {item.body}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 text-[0.8125rem] text-ink-3">
        {item.essay ? <TextLink href={inLanguage(language, page)}>{t.goOn}</TextLink> : null}
        <AccountForm
          action="/do/comments/drop-draft"
          language={language}
          hidden={{ draftId: item.id }}
          className="flex"
        >
          <button type="submit" className={button('quiet')}>
            {t.throwAway}
          </button>
        </AccountForm>
        <Moment at={item.updatedAt} language={language} />
      </div>
    </li>
  )
}
