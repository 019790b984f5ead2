import { When } from '@/app/_components/comments/when'
import { firstWords } from '@/app/_components/history/first-words'
import { PersonName } from '@/app/_components/people/person-name'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { EnteredComment } from '@/forum/comments/entries'
import { plainWords } from '@/forum/comments/plain'
import type { Language } from '@/messages/language'
import { recent } from '@/messages/recent'

const WORDS_MOST = 280
const PARAGRAPH_MOST = 70

/** A comment outside its thread: who, its first words, and what it is about. */
export function RecentComment({ comment, language }: { comment: EnteredComment; language: Language }) {
  const t = recent[language]
  const { author, essay, paragraph } = comment
  return (
    <li className="grid gap-1 py-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-[0.8125rem] text-ink-3">
        <PersonName
          person={author}
          language={language}
          className="inline-flex items-center py-1 font-semibold text-ink pointer-coarse:min-h-11"
        />
        <When at={comment.createdAt.toISOString()} language={language} />
      </p>
      <a href={inLanguage(language, commentPath(comment.id))} className="grid gap-1.5 hover:bg-sunk">
        <span dir="auto" className="block wrap-anywhere">
          {firstWords(plainWords(comment.html), WORDS_MOST)}
        </span>
        <span className="block border-s-2 border-rule-strong ps-3 text-[0.8125rem] text-ink-3">
          <span lang={essay.language} dir="auto">
            {essay.title}
          </span>
          {' · '}
          {paragraph.ordinal === null ? t.onEarlier : t.on(paragraph.ordinal)}
          <span lang={essay.language} dir="auto" className="block font-serif text-ink-2 wrap-anywhere">
            {firstWords(paragraph.text, PARAGRAPH_MOST)}
          </span>
        </span>
      </a>
    </li>
  )
}
