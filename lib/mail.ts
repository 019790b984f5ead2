import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'
import { keepMail, keepsMail } from './mailbox'

type Mail = { to: string; subject: string; text: string; html: string; headers?: Record<string, string> }

let transport: Transporter | undefined

/** Whether mail can leave: over SMTP_URL, or in development into a folder and onto the terminal. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined || keepsMail()
}

/** @throws when the mail server does not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  const url = env().SMTP_URL
  if (!url) {
    if (!canMail()) throw new Error('There is no SMTP_URL: mail cannot be sent.')
    await keepMail(mail)
    console.log(`\nMail to ${mail.to} (SMTP_URL is not set, so it is at /dev/mail):\n${mail.subject}\n\n${mail.text}`)
    return
  }
  transport ??= createTransport(patient(url))
  await transport.sendMail({ from: env().MAIL_FROM ?? sender(), ...mail })
}

/** Whether the mail server refuses this address for good (RFC 5321: 5yz in answer to RCPT), not only now. */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = Reflect.get(error, 'responseCode')
  return Reflect.get(error, 'command') === 'RCPT TO' && typeof code === 'number' && code >= 500
}

/** nodemailer waits for minutes by default; a person waits in front of the form. The address itself may say otherwise. */
function patient(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  for (const [name, milliseconds] of [
    ['connectionTimeout', 10_000],
    ['greetingTimeout', 10_000],
    ['socketTimeout', 20_000],
  ] as const)
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds))
  return url.href
}

function sender(): { name: string; address: string } {
  return { name: env().FORUM_NAME, address: `no-reply@${new URL(env().NEXTAUTH_URL).hostname}` }
}
