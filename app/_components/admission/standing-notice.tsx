import { admittedLately } from '@/forum/admission/queries'
import type { Viewer } from '@/forum/viewer'
import { admission } from '@/messages/admission'
import { type Language, LOCALE } from '@/messages/language'
import { Notice } from '@/ui/notice'
import { BarNotice } from './bar-notice'

/** To whoever may not write yet why, and to whoever was let in lately that they were; nothing to the others. */
export async function StandingNotice({ who, language }: { who: Viewer; language: Language }) {
  if (who.role === 'guest') return null
  if (who.barred) return <BarNotice bar={who.barred} language={language} />
  const since = await admittedLately(who)
  if (since === null) return null
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' })
  return <Notice look="done">{admission[language].letIn(day.format(since))}</Notice>
}
