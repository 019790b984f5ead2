import type { Decided } from '@/forum/admission/decide'
import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { env } from '@/lib/env'
import { logError } from '@/lib/log'
import { canMail } from '@/lib/mail'
import { admission } from '@/messages/admission'
import { isLanguage } from '@/messages/language'
import { sendAccountMail } from './account-mail'

/**
 * What was decided about a newcomer, to the address they signed up with, proved or not: one mail, about what was done with it.
 * When it fails, it was decided all the same; the forum says it too. `reason`: null for whoever was let in.
 */
export async function tellNewcomer(
  { email, language: theirs, changed }: Decided,
  { handle, reason }: { handle: string; reason: string | null },
): Promise<void> {
  if (!changed || email === null || !canMail()) return
  const language = isLanguage(theirs) ? theirs : DEFAULT_LANGUAGE
  const t = admission[language].mail
  const forum = env().FORUM_NAME
  try {
    await sendAccountMail({
      to: email,
      language,
      subject: t.subject(forum),
      before: reason === null ? [t.admitted(forum, handle)] : [t.refused(forum, handle), t.reason(reason)],
      link: { path: '/', words: t.button },
    })
  } catch (error) {
    logError('a mail to a newcomer could not be sent', error)
  }
}
