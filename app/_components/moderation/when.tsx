import { type Language, LOCALE } from '@/messages/language'

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const

/** How long ago, as short as the desk's columns need it ("38 min"); the exact time stands in the title. */
export function When({ at, language }: { at: Date | string; language: Language }) {
  const time = new Date(at)
  const exact = `${dateTime(time, language)} UTC`
  return (
    <time dateTime={time.toISOString()} title={exact} className="whitespace-nowrap">
      {duration((Date.now() - time.getTime()) / 1000, language)}
    </time>
  )
}

/** Seconds in one unit: "4 days", "21 min", "<1 min". */
export function duration(seconds: number, language: Language): string {
  const { unit, seconds: size } = UNITS.find((step) => seconds >= step.seconds) ?? { unit: 'minute', seconds: 60 }
  const format = new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit, unitDisplay: 'short' })
  return seconds < 60 ? `<${format.format(1)}` : format.format(Math.floor(seconds / size))
}

/** A pace in words: "10 minutes", "45 seconds". */
export function inMinutes(seconds: number, language: Language): string {
  const unit = seconds % 60 === 0 ? 'minute' : 'second'
  const format = new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(unit === 'minute' ? seconds / 60 : seconds)
}

export function dateTime(at: Date | string, language: Language): string {
  const shape = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(LOCALE[language], shape).format(new Date(at))
}
