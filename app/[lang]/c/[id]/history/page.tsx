import { WritingPage } from '@/app/_components/comments/writing-page'
import { Written } from '@/app/_components/comments/written'
import { commentPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { privatePage } from '@/app/_web/asked'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readCommentHistory } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'
import { LOCALE } from '@/messages/language'
import { thread } from '@/messages/thread'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => thread[language].historyTitle)

/** What a comment said before its edits; public, so that an answer can be understood. */
export default async function HistoryPage({ params }: { params: Promise<{ lang: string; id: string }> }) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const t = thread[language]
  const { id } = parsed(ById, address)
  const who = await viewer()
  const path = `${commentPath(id)}/history`
  const { comment, earlier } = await orNotFound(readCommentHistory(who, id), { language, path })
  const paragraph = await orNotFound(locateParagraph(who, comment.paragraphId))
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const states = [
    ...earlier.map((state) => ({
      key: state.revision,
      when: t.historyUntil(`${date.format(state.replacedAt)} UTC`),
      html: state.html,
    })),
    { key: comment.revision, when: t.historyNow, html: comment.html ?? '' },
  ]
  return (
    <WritingPage title={t.historyTitle} paragraph={paragraph} language={language}>
      <ol className="grid gap-4">
        {states.toReversed().map((state) => (
          <li key={state.key} className="rounded-lg border border-rule px-3.5 py-2.5">
            <p className="text-[0.8125rem] text-ink-3">{state.when}</p>
            <Written html={state.html} className="mt-1" />
          </li>
        ))}
      </ol>
    </WritingPage>
  )
}
