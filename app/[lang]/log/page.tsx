import type { Metadata } from 'next'
import { FeedLink } from '@/app/_components/feeds/feed-link'
import { LogEntry } from '@/app/_components/moderation/log-entry'
import { LogFilter } from '@/app/_components/moderation/log-filter'
import { LogTotals } from '@/app/_components/moderation/log-totals'
import { inLanguage } from '@/app/_web/address'
import { pageLanguage } from '@/app/_web/page'
import { listEssays } from '@/forum/essay/queries'
import { LogAddress } from '@/forum/log/input'
import { monthOf, readLog, readMonth, readMonths } from '@/forum/log/queries'
import { GUEST } from '@/forum/viewer'
import { type Language, LOCALE } from '@/messages/language'
import { log } from '@/messages/log'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: log[pageLanguage((await params).lang)].title }
}

/** The public log: the same for everybody, guests included. */
export default async function LogPage({ params, searchParams }: Props) {
  const language = pageLanguage((await params).lang)
  const asked = LogAddress.parse(await searchParams)
  const { before, ...filter } = asked
  const month = filter.month ?? monthOf(new Date())
  const t = log[language]
  const [page, totals, months, essays] = await Promise.all([
    readLog(asked),
    readMonth(month),
    readMonths(),
    listEssays(GUEST),
  ])
  const kept = Object.entries(filter).filter((field): field is [string, string] => field[1] !== undefined)
  const path = (more: Record<string, string>) => {
    const query = new URLSearchParams([...kept, ...Object.entries(more)]).toString()
    return inLanguage(language, query ? `/log?${query}` : '/log')
  }
  const empty = before !== undefined ? t.emptyPage : kept.length > 0 ? t.noMatch : t.empty
  return (
    <main className="mx-auto w-full max-w-3xl flex-1 px-4 py-8 mid:px-7">
      <h1 className="font-serif text-2xl font-semibold">{t.title}</h1>
      <p className="mt-2 text-ink-2">{t.intro}</p>
      <p className="text-sm text-ink-3">
        <FeedLink path="/log" title={t.feed} language={language} />
      </p>
      <LogFilter filter={filter} months={months} essays={essays} language={language} />
      {page.entries.length === 0 ? (
        <p className="mt-6 rounded-md bg-sunk px-4 py-5 text-ink-2">{empty}</p>
      ) : (
        <ol className="mt-5 border-t border-rule">
          {page.entries.map((entry) => (
            <LogEntry key={entry.seq} entry={entry} language={language} />
          ))}
        </ol>
      )}
      <nav aria-label={t.title} className="mt-5 flex flex-wrap gap-3">
        {before === undefined ? null : (
          <a href={path({})} className={button('plain')}>
            {t.newest}
          </a>
        )}
        {page.before === null ? null : (
          <a href={path({ before: String(page.before) })} className={button('plain')}>
            {t.older}
          </a>
        )}
      </nav>
      <LogTotals month={month} totals={totals} language={language} />
      <Chain head={page.head} language={language} />
    </main>
  )
}

function Chain({ head, language }: { head: { seq: number; hash: string } | null; language: Language }) {
  const t = log[language]
  return (
    <section aria-label={t.fingerprint} className="mt-8 grid gap-2 text-[0.8125rem] text-ink-3">
      <p>{t.chain}</p>
      {head ? (
        <p>
          {t.head(new Intl.NumberFormat(LOCALE[language]).format(head.seq))}{' '}
          <code className="wrap-anywhere text-ink-2">{head.hash}</code> {t.keep}
        </p>
      ) : null}
    </section>
  )
}
