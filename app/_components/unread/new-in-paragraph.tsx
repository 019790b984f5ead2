import { firstWords } from '@/app/_components/history/first-words'
import { inLanguage, threadPath } from '@/app/_web/address'
import type { News } from '@/forum/unread/news'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { unread } from '@/messages/unread'
import { button } from '@/ui/button'

type Props = { essay: News['essay']; paragraph: News['paragraphs'][number]; language: Language }

/** One paragraph with something new in it: the way there, and the form that leaves it at that. */
export function NewInParagraph({ essay, paragraph, language }: Props) {
  const t = unread[language]
  const { id, ordinal, fresh } = paragraph
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <a
          href={inLanguage(language, threadPath(essay.slug, ordinal))}
          className="inline-flex items-center gap-x-2 font-semibold hover:underline pointer-coarse:min-h-11"
        >
          {reading[language].paragraph(ordinal)}
          <span className="font-normal text-rubric-ink">{t.fresh(fresh)}</span>
        </a>
        <p lang={essay.language} dir="auto" className="font-serif text-ink-2 wrap-anywhere">
          {firstWords(paragraph.text, 120)}
        </p>
      </div>
      <form method="post" action="/do/unread/read">
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="slug" value={essay.slug} />
        <input type="hidden" name="paragraphId" value={id} />
        <button type="submit" aria-label={t.paragraphRead(ordinal)} className={button('quiet')}>
          {t.allRead}
        </button>
      </form>
    </li>
  )
}
