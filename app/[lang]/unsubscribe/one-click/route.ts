import { oneClick, toItsPage } from '@/app/_web/mails/one-click'

/** What a mail program opens for a person who looks, and posts to for one who wants no more (RFC 8058). */
export const GET = toItsPage
export const POST = oneClick
