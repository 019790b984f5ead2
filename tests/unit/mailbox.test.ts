import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canMail, sendMail } from '@/lib/mail'
import { keepsMail, readMailbox } from '@/lib/mailbox'

const data = mkdtempSync(join(tmpdir(), 'marginalia-mailbox-'))
Object.assign(process.env, { NODE_ENV: 'development', MARGINALIA_DATA: data, SMTP_URL: '' })
afterAll(() => rmSync(data, { recursive: true }))

test('in development without a mail server, mail is kept to be looked at, the newest hundred of it', async () => {
  expect([canMail(), keepsMail()]).toEqual([true, true])
  expect(await readMailbox()).toEqual([])
  for (let number = 1; number <= 102; number++)
    await sendMail({ to: 'a@forum.example', subject: `第 ${number} 封`, text: 'Words.', html: '<p>Words.</p>' })
  const mails = await readMailbox()
  expect(mails).toHaveLength(100)
  expect(mails[0]).toMatchObject({ to: 'a@forum.example', subject: '第 102 封', text: 'Words.', html: '<p>Words.</p>' })
  expect(mails.at(-1)?.subject).toBe('第 3 封')
})
