import { commentPath, paragraphPath, personPath } from '@/app/_web/address'
import type { LogLine } from '@/forum/log/queries'
import { cooling } from '@/messages/cooling'
import type { Language } from '@/messages/language'
import { log } from '@/messages/log'
import { moderation } from '@/messages/moderation'
import { dateTime, inMinutes } from './when'

/** Nobody where somebody may have acted on themselves: the entry names them already, and a pseudonym would be theirs. */
export function actorOf(entry: LogLine, language: Language): string | null {
  if (entry.by) return log[language].moderator(entry.by)
  return subjectOf(entry)?.name ? null : log[language].forum
}

/** What it is about, where that has a page. */
export function subjectOf({ act, subject }: LogLine): { path: string; name: string | null } | null {
  if (/^(?:comment|case|thread)\./.test(act)) return { path: commentPath(subject), name: null }
  if (act.startsWith('paragraph.')) return { path: paragraphPath(subject), name: null }
  if (act.startsWith('person.') || act.startsWith('owner.')) return { path: personPath(subject), name: subject }
  return null
}

/** Its further facts in words; empty where it has none. */
export function detailsOf(details: unknown, language: Language): string {
  const t = log[language]
  const value = (name: string): unknown =>
    typeof details === 'object' && details !== null ? Reflect.get(details, name) : undefined
  const has = (name: string) => {
    const found = value(name)
    return typeof found === 'string' ? found : undefined
  }
  const seconds = value('seconds')
  if (typeof seconds === 'number') return cooling[language].pace(inMinutes(seconds, language), Number(value('days')))
  const until = has('until')
  const places = value('places')
  if (typeof places === 'number' && until) return [t.places(places), t.until(dateTime(until, language))].join(t.and)
  if (until) return t.until(dateTime(until, language))
  const rule = has('rule')
  const stage = has('to')
  if (rule)
    return [t.byRule(rule, Number(value('version'))), stage ? (t.stages[stage] ?? stage) : '']
      .filter(Boolean)
      .join(t.and)
  const check = has('check')
  if (check) return t.byCheck(check)
  const readers = value('readers')
  if (typeof readers === 'number') return t.byReaders(readers, Number(value('weight')))
  const [setting, from, to] = [has('setting'), has('from'), has('to')]
  const reasons = new Map<string, string>(Object.entries(moderation[language].reasons))
  const said = (text: string) =>
    t.values[text] ??
    text
      .split(', ')
      .map((one) => (setting === 'flags.reasons' ? (reasons.get(one) ?? one) : one))
      .join(t.comma)
  if (setting && from && to) return t.settingChange(t.settings[setting] ?? setting, said(from), said(to))
  const essays = value('essays')
  if (!from || !to) return ''
  const change = t.roleChange(t.roles[from] ?? from, t.roles[to] ?? to)
  return typeof essays === 'number' ? [change, t.ofEssays(essays)].join(t.and) : change
}
