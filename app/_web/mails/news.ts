import { unsubscribeToken } from '@/forum/notifications/choices'
import type { Item, Post } from '@/forum/notifications/mails'
import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { env } from '@/lib/env'
import { canMail, isRefusedForGood, sendMail } from '@/lib/mail'
import { isLanguage, type Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { telling, whatHappened } from '@/messages/telling'
import { commentPath, inLanguage } from '../address'
import { composeMail, type Piece } from './frame'

/** Of a long comment so much; the link leads to the rest. */
const MOST_CHARACTERS = 1_500

/** Sends what is new to one person: the words, the way to each, and the way out (RFC 8058). */
export const postNews: Post = async ({ to, person, language: chosen, items }) => {
  if (!canMail()) return 'sent'
  const language = isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE
  const t = telling[language]
  const [first] = items
  if (!first) return 'sent'
  const token = unsubscribeToken(person.id, first.kind)
  const forum = env().FORUM_NAME
  const subject =
    items.length === 1
      ? t.subjectOne(happened(first, language), first.comment.essay.title)
      : t.subjectMany(items.length, first.comment.essay.title, sameEssay(items))
  const pieces: Piece[] = [
    ...items.flatMap((item) => piecesOf(item, language)),
    { is: 'small', text: t.why(forum, t.kinds[first.kind]) },
    { is: 'small', text: t.stopKind, href: page(language, `/unsubscribe?token=${encodeURIComponent(token)}`) },
    { is: 'small', text: t.chooseAll, href: page(language, '/settings/notifications') },
  ]
  const oneClick = page(language, `/unsubscribe/one-click?token=${encodeURIComponent(token)}`)
  try {
    await sendMail({
      to,
      subject,
      ...composeMail(language, pieces),
      headers: {
        'List-Unsubscribe': `<${oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    })
    return 'sent'
  } catch (error) {
    if (isRefusedForGood(error)) return 'refused'
    throw error
  }
}

function piecesOf(item: Item, language: Language): Piece[] {
  const words = item.comment.body
  const shown = words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS).trimEnd()} …` : words
  return [
    { is: 'sentence', text: happened(item, language) },
    ...(shown ? [{ is: 'words' as const, text: shown }] : []),
    item.kind === 'report'
      ? {
          is: 'link',
          text: moderation[language].flagReceiptLink,
          href: page(language, `${commentPath(item.comment.id)}/flagged`),
        }
      : { is: 'link', text: telling[language].open, href: page(language, commentPath(item.comment.id)) },
  ]
}

const happened = (item: Item, language: Language) =>
  whatHappened(language, { ...item, by: item.comment.author.handle, title: item.comment.essay.title })

const sameEssay = (items: Item[]) => new Set(items.map(({ comment }) => comment.essay.slug)).size === 1
const page = (language: Language, path: string) => new URL(inLanguage(language, path), env().NEXTAUTH_URL).href
