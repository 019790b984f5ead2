'use client'
import { useEffect, useState } from 'react'
import { type Language, LOCALE } from '@/messages/language'

/** A date that is the same for everybody until the browser knows better: then how long ago it was, on the reader's clock. */
export function When({ at, language }: { at: string; language: Language }) {
  const [text, setText] = useState(() =>
    new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at)),
  )
  useEffect(() => setText(ago(at, language)), [at, language])
  return (
    <time dateTime={at} suppressHydrationWarning>
      {text}
    </time>
  )
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
]

function ago(at: string, language: Language): string {
  const seconds = (Date.now() - new Date(at).getTime()) / 1000
  if (seconds > 7 * 86_400)
    return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium' }).format(new Date(at))
  const [unit, size] = STEPS.findLast(([, step]) => seconds >= step) ?? ['minute', 60]
  const format = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto', style: 'short' })
  return format.format(-Math.max(0, Math.floor(seconds / size)), unit)
}
