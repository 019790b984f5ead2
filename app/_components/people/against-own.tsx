import { dateTime } from '@/app/_components/moderation/when'
import { readAgainstOwn } from '@/forum/moderation/against-own'
import type { Viewer } from '@/forum/viewer'
import { against } from '@/messages/against'
import type { Language } from '@/messages/language'
import { Notice } from '@/ui/notice'

/** What moderators decided about the reader themselves, with the reasons; nothing to most. */
export async function AgainstOwn({ who, language }: { who: Viewer; language: Language }) {
  if (who.role === 'guest') return null
  const t = against[language]
  const { restrictions, aboutCleared } = await readAgainstOwn(who)
  const told = restrictions.map(({ id, kind, endsAt, reason, essay }) => {
    const until = dateTime(endsAt, language)
    const what = kind === 'suspension' ? t.suspended(until) : essay ? t.waitsIn(until, essay.title) : t.waits(until)
    return { id, what, reason }
  })
  if (aboutCleared !== null) told.push({ id: 'about', what: t.aboutCleared, reason: aboutCleared })
  return told.map(({ id, what, reason }) => (
    <Notice key={id}>
      <span className="block">{what}</span>
      <span dir="auto" className="block wrap-anywhere">
        {t.why(reason)}
      </span>
    </Notice>
  ))
}
