import { commentPath, inLanguage, personPath } from '@/app/_web/address'
import type { LogLine } from '@/forum/log/queries'
import type { Language } from '@/messages/language'
import { log } from '@/messages/log'
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
              {': '}
              <a href={inLanguage(language, subject.path)} className="text-rubric-ink underline underline-offset-2">
                {subject.name ?? t.comment}
              </a>
            </>
          ) : null}
          {more ? ` (${more})` : ''}
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

/** Nobody where somebody may have acted on themselves: the entry names them already, and a pseudonym would be theirs. */
function actorOf(entry: LogLine, language: Language): string | null {
  if (entry.by) return log[language].moderator(entry.by)
  return subjectOf(entry)?.name ? null : log[language].forum
}

function subjectOf({ act, subject }: LogLine): { path: string; name: string | null } | null {
  if (act.startsWith('comment.')) return { path: commentPath(subject), name: null }
  if (act.startsWith('person.') || act.startsWith('owner.')) return { path: personPath(subject), name: subject }
  return null
}

function detailsOf(details: unknown, language: Language): string {
  const t = log[language]
  const value = (name: string): unknown =>
    typeof details === 'object' && details !== null ? Reflect.get(details, name) : undefined
  const has = (name: string) => {
    const found = value(name)
    return typeof found === 'string' ? found : undefined
  }
  const until = has('until')
  if (until) return t.until(dateTime(until, language))
  const rule = has('rule')
  const stage = has('to')
  if (rule)
    return [t.byRule(rule, Number(value('version'))), stage ? (t.stages[stage] ?? stage) : '']
      .filter(Boolean)
      .join(', ')
  const check = has('check')
  if (check) return t.byCheck(check)
  const readers = value('readers')
  if (typeof readers === 'number') return t.byReaders(readers, Number(value('weight')))
  const [setting, from, to] = [has('setting'), has('from'), has('to')]
  const said = (text: string) => t.values[text] ?? text
  if (setting && from && to) return t.settingChange(t.settings[setting] ?? setting, said(from), said(to))
  return from && to ? t.roleChange(t.roles[from] ?? from, t.roles[to] ?? to) : ''
}
