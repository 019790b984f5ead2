import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail'
import { type Language, LOCALE } from '@/messages/language'
import { inLanguage } from '../address'

type AccountMail = {
  to: string
  language: Language
  subject: string
  /** Plain paragraphs. */
  before: string[]
  /** A page of ours, without language prefix, and what its link says. */
  link?: { path: string; words: string }
  after?: string[]
}

/** A mail about an account: plain paragraphs and at most one link, as text and as HTML. */
export async function sendAccountMail({ to, language, subject, before, link, after = [] }: AccountMail): Promise<void> {
  const address = link && new URL(inLanguage(language, link.path), env().NEXTAUTH_URL).href
  const text = [...before, ...(address ? [address] : []), ...after]
  const anchor = address && link ? [`<p><a href="${escaped(address)}">${escaped(link.words)}</a></p>`] : []
  const html = [...before.map(paragraph), ...anchor, ...after.map(paragraph)]
  await sendMail({
    to,
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${LOCALE[language]}"><body style="font:16px/1.5 sans-serif">\n${html.join('\n')}\n</body></html>`,
  })
}

const paragraph = (text: string) => `<p>${escaped(text)}</p>`

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
