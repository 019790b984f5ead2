import { words } from './language'

/** The mailbox of development. */
export const mailbox = words({
  en: {
    title: 'Mailbox',
    intro: 'What the forum would have sent: SMTP_URL is not set. This page exists in development only.',
    empty: 'No mail yet.',
    to: (address: string) => `to ${address}`,
    asHtml: (subject: string) => `“${subject}” as HTML`,
  },
  zh: {
    title: '邮箱',
    intro: '论坛本来会发出的邮件：没有设置 SMTP_URL。这一页只在开发时存在。',
    empty: '还没有邮件。',
    to: (address: string) => `收件人 ${address}`,
    asHtml: (subject: string) => `“${subject}”的 HTML 版本`,
  },
})
