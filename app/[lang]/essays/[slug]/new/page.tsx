import { HistoryFrame } from '@/app/_components/history/history-frame'
import { AccountForm } from '@/app/_components/people/account-form'
import { NewInParagraph } from '@/app/_components/unread/new-in-paragraph'
import { essayPath, inLanguage, newPath } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readNews } from '@/forum/unread/news'
import { unread } from '@/messages/unread'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => unread[language].title)

/** What the marks in the essay's margin say to one reader, as a list: works without JavaScript. */
export default async function NewPage(props: PageProps<{ slug: string }>) {
  const { language, params, query } = await asked(props)
  const slug = decodeURIComponent(params.slug)
  const reading = readNews(await viewer(), slug)
  const { essay, known, paragraphs } = await orNotFound(reading, { language, path: newPath(slug) })
  const t = unread[language]
  const within = { href: inLanguage(language, essayPath(slug)), words: essay.title, lang: essay.language }
  return (
    <HistoryFrame title={t.title} within={[within]}>
      {known && paragraphs.length === 0 ? <p className="text-ink-2">{t.none}</p> : null}
      {known ? null : <p className="text-ink-2">{t.firstVisit}</p>}
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {paragraphs.map((paragraph) => (
          <NewInParagraph key={paragraph.id} essay={essay} paragraph={paragraph} language={language} />
        ))}
      </ul>
      {known && paragraphs.length === 0 ? null : (
        <AccountForm
          action="/do/unread/read"
          language={language}
          kept={await keptForm('all-read', query.kept)}
          hidden={{ slug }}
          className="flex"
        >
          <button type="submit" className={button('plain')}>
            {known ? t.allRead : t.begin}
          </button>
        </AccountForm>
      )}
    </HistoryFrame>
  )
}
