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
}

export async function sendMagicLink({ to, token, callback, language }: MagicLink): Promise<void> {
  const t = account[language].mail
  const forum = env().FORUM_NAME
  const then = thenOfAddress(new URL(callback).searchParams.get('callbackUrl'))
  await sendAccountMail({
    to,
    language,
    subject: t.subject(forum),
    before: [t.hello(forum), t.open],
    link: { path: withThen(`/sign-in/confirm?token=${encodeURIComponent(token)}`, then), words: t.button },
    after: [t.once, t.notYou],
  })
}
