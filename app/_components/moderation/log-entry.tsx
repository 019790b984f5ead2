import { inLanguage } from '@/app/_web/address'
import type { LogLine } from '@/forum/log/queries'
import type { Language } from '@/messages/language'
import { log } from '@/messages/log'
import { actorOf, detailsOf, subjectOf } from './log-words'
import { dateTime } from './when'

/** One entry of the public log, in words. */
export function LogEntry({ entry, language }: { entry: LogLine; language: Language }) {
  const t = log[language]
  const subject = subjectOf(entry)
  const more = detailsOf(entry.details, language)
  return (
    <li className="grid min-w-0 gap-x-6 gap-y-1 border-b border-rule py-4 mid:grid-cols-[13rem_minmax(0,1fr)]">
      <p className="text-[0.8125rem]/6 text-ink-3">
        <time dateTime={entry.at}>{dateTime(entry.at, language)} UTC</time>
      </p>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          {t.acts[entry.act] ?? entry.act}
          {subject ? (
            <>
              {t.colon}
              <a href={inLanguage(language, subject.path)} className="text-rubric-ink underline underline-offset-2">
                {subject.name ?? (entry.act.startsWith('paragraph.') ? t.paragraph : t.comment)}
              </a>
            </>
          ) : null}
          {more ? t.brackets(more) : ''}
        </p>
        {entry.reason ? (
          <p dir="auto" className="mt-0.5 wrap-anywhere text-ink-2">
            {entry.reason}
          </p>
        ) : null}
        <p className="mt-1 text-[0.8125rem] text-ink-3">
          {[actorOf(entry, language), t.entry(entry.seq)].filter(Boolean).join(' · ')} ·{' '}
          <code title={`${t.fingerprint} ${entry.hash}`}>{entry.hash.slice(0, 12)}</code>
        </p>
      </div>
    </li>
  )
}
