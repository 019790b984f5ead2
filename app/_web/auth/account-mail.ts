import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail'
import type { Language } from '@/messages/language'
import { inLanguage } from '../address'
import { composeMail, type Piece } from '../mails/frame'

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
  await sendMail({
    to,
    subject,
    ...composeMail(language, [
      ...before.map(paragraph),
      ...(address ? [{ is: 'link' as const, text: link.words, href: address }] : []),
      ...after.map(paragraph),
    ]),
  })
}

const paragraph = (text: string): Piece => ({ is: 'paragraph', text })
