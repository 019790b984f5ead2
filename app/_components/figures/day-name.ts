import { type Language, LOCALE } from '@/messages/language'

/** @param at ISO time of its beginning, UTC */
export function dayName(at: string | undefined, language: Language): string {
  if (at === undefined) return ''
  const shape = { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(LOCALE[language], shape).format(new Date(at))
}
