import { env } from '@/lib/env'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { thenOfAddress, withThen } from '../then'
import { sendAccountMail } from './account-mail'

type MagicLink = {
  to: string
  token: string
  /** next-auth's own address, which acts on GET; ours shows a button, so that mail scanners burn nothing. */
  callback: string
  language: Language
  /** Whoever opens the mail in another browser is invited there too. */
  invitation: string | null
}

export async function sendMagicLink({ to, token, callback, language, invitation }: MagicLink): Promise<void> {
  const t = account[language].mail
  const forum = env().FORUM_NAME
  const then = thenOfAddress(new URL(callback).searchParams.get('callbackUrl'))
  await sendAccountMail({
    to,
    language,
    subject: t.subject(forum),
    before: [t.hello(forum), t.open],
    link: { path: withThen(confirmPath(token, invitation), then), words: t.button },
    after: [t.once, t.notYou],
  })
}

/** The page behind a mail's link, without language prefix. */
export function confirmPath(token: string, invitation: string | null): string {
  return `/sign-in/confirm?${new URLSearchParams({ token, ...(invitation ? { invitation } : {}) })}`
}
