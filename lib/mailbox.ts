import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from './env'
import { newId } from './id'

// Where mail goes while somebody works on the forum and there is no mail server: files, since the server and its worker are
// two processes, shown at /dev/mail.

const MOST = 100

const Kept = z.object({
  at: z.iso.datetime(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})
export type KeptMail = z.infer<typeof Kept> & { id: string }

const folder = () => join(env().MARGINALIA_DATA, 'mail')

/** Whether mail is kept instead of sent. Never in production. */
export function keepsMail(): boolean {
  return env().NODE_ENV === 'development' && env().SMTP_URL === undefined
}

/** The oldest go when there are more than a hundred. */
export async function keepMail({ to, subject, text, html }: Omit<KeptMail, 'id' | 'at'>): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const mail = { at: new Date().toISOString(), to, subject, text, html }
  await writeFile(join(folder(), `${newId()}.json`), JSON.stringify(mail), { mode: 0o600 })
  const tooMany = (await names()).slice(MOST)
  await Promise.all(tooMany.map((name) => rm(join(folder(), name), { force: true })))
}

/** The newest first. */
export async function readMailbox(): Promise<KeptMail[]> {
  const mails = await Promise.all(
    (await names()).map(async (name) => {
      // Another process may have thrown it away meanwhile.
      const content = await readFile(join(folder(), name), 'utf8').catch(() => null)
      return content === null ? [] : [{ ...Kept.parse(JSON.parse(content)), id: name.replace('.json', '') }]
    }),
  )
  return mails.flat()
}

/** Ids are made in the order of time. */
async function names(): Promise<string[]> {
  const all = await readdir(folder()).catch(() => [])
  return all
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
}
