import { WritingPage } from '@/app/_components/comments/writing-page'
import { Written } from '@/app/_components/comments/written'
import { WordDiff } from '@/app/_components/essay/word-diff'
import { commentPath, inLanguage } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { orNotFound, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { Count } from '@/forum/comments/input'
import { readCommentHistory } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { LOCALE } from '@/messages/language'
import { thread } from '@/messages/thread'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => thread[language].historyTitle)

/** What a comment said before its edits, word by word; public, so that an answer can be understood. */
export default async function HistoryPage(props: PageProps<{ id: string }>) {
  const { language, params, query } = await asked(props)
  const t = writing[language]
  const { id } = parsed(ById, { id: params.id })
  const who = await viewer()
  const path = `${commentPath(id)}/history`
  const before = Count.safeParse(query.before).data
  const { comment, latest, earlier, more } = await orNotFound(readCommentHistory(who, id, before), { language, path })
  const paragraph = await orNotFound(locateParagraph(who, comment.paragraphId))
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <WritingPage title={thread[language].historyTitle} paragraph={paragraph} language={language}>
      <ol className="grid gap-4">
        {before === undefined && latest ? (
          <li className="rounded-lg border border-rule bg-leaf px-3.5 py-2.5">
            <p className="text-[0.8125rem] text-ink-3">{thread[language].historyNow}</p>
            <Written html={latest.html} className="mt-1" />
          </li>
        ) : null}
        {earlier.map((state) => (
          <li key={state.revision} className="rounded-lg border border-rule px-3.5 py-2.5">
            <p className="text-[0.8125rem] text-ink-3">{t.changedOn(`${date.format(state.replacedAt)} UTC`)}</p>
            {/* People write in any language; the words that are read out are the page's. */}
            <WordDiff parts={state.change} lang="" language={language} className="mt-1 text-[0.9375rem]" />
            <details className="mt-1 text-[0.8125rem] text-ink-3">
              <summary className="inline-flex items-center pointer-coarse:min-h-11">{t.whole}</summary>
              <Written html={state.html} className="mt-1 text-sm text-ink-2" />
            </details>
          </li>
        ))}
      </ol>
      {more ? (
        <a
          href={`${inLanguage(language, path)}?before=${more}`}
          className={button('plain', 'min-h-11 justify-self-start')}
        >
          {t.earlierChanges}
        </a>
      ) : null}
    </WritingPage>
  )
}
