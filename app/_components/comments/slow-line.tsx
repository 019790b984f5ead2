import { dateTime, inMinutes } from '@/app/_components/moderation/when'
import type { Slow } from '@/forum/essay/slow'
import { cooling } from '@/messages/cooling'
import type { Language } from '@/messages/language'

type Props = { slow: Slow; essayLanguage: string; language: Language }

/** Above the composer while a discussion is slowed: how often, until when, and why. */
export function SlowLine({ slow, essayLanguage, language }: Props) {
  const t = cooling[language]
  return (
    <p className="pb-2 text-[0.8125rem] text-ink-2">
      {t.line(inMinutes(slow.seconds, language))} {slow.until ? t.until(dateTime(slow.until, language)) : null}{' '}
      {slow.note ? (
        <span lang={essayLanguage} dir="auto" className="wrap-anywhere">
          {slow.note}
        </span>
      ) : null}
    </p>
  )
}
