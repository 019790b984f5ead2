import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail'
import { account } from '@/messages/account'
import { type Language, LOCALE } from '@/messages/language'
import { inLanguage } from '../address'
import { thenOfAddress, withThen } from '../then'

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
  const page = inLanguage(language, withThen(`/sign-in/confirm?token=${encodeURIComponent(token)}`, then))
  const link = new URL(page, env().NEXTAUTH_URL).href
  await sendMail({
    to,
    subject: t.subject(forum),
    text: `${t.hello(forum)}\n\n${t.open}\n${link}\n\n${t.once} ${t.notYou}\n`,
    html: `<!doctype html><html lang="${LOCALE[language]}"><body style="font:16px/1.5 sans-serif">
<p>${escaped(t.hello(forum))}</p>
<p>${escaped(t.open)}</p>
<p><a href="${escaped(link)}">${escaped(t.button)}</a></p>
<p>${escaped(t.once)} ${escaped(t.notYou)}</p>
</body></html>`,
  })
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
