import { type Language, LOCALE } from '@/messages/language'

/** A point in time as a date, exact to the minute for those who ask. */
export function Moment({ at, language }: { at: Date; language: Language }) {
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  const exact = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <time dateTime={at.toISOString()} title={`${exact.format(at)} UTC`}>
      {date.format(at)}
    </time>
  )
}
