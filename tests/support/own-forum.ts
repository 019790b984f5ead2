import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { createDatabase } from '@/bin/serve/database'
import { importFirstEssay } from '@/bin/serve/first-essay'
import { freePort } from '@/bin/serve/ports'
import { startServer, untilReady } from '@/bin/serve/server'
import { template } from '@/bin/test/cluster'
import { layOutServed } from '@/bin/test/served-folder'
import { type Mailbox, openMailbox } from './mailbox'
import { CLIENT, openOpenId } from './open-id'

type OwnForum = { url: string; mailbox: Mailbox }

export type Newcomer = { handle: string; email: string; password: string }

/**
 * Tests of what a forum has only once (its first owner) or by its settings (mail, a provider): each worker has a database and a
 * server of its own, on the build that `npm test` made, with a mail server that keeps the mails. What a test does with
 * the forum's own functions (`@/forum/…`) happens in that database.
 */
export const test = base.extend<{ newcomer: Newcomer }, { forum: OwnForum }>({
  forum: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'own-forum-'))
      const mailbox = await openMailbox()
      const DATABASE_URL = await makeDatabase()
      const place = { host: '127.0.0.1', port: await freePort() }
      const url = `http://localhost:${place.port}`
      const settings = {
        DATABASE_URL,
        NEXTAUTH_URL: url,
        PORT: String(place.port),
        HOST: place.host,
        LIMITS: 'off',
        SMTP_URL: mailbox.url,
      }
      Object.assign(process.env, settings)
      await importFirstEssay(DATABASE_URL)
      const output = openSync(join(folder, 'server.log'), 'a')
      const openId = await openOpenId(url)
      const env = {
        ...settings,
        NODE_ENV: 'production' as const,
        OIDC_ISSUER: openId.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_NAME: 'Elsewhere',
      }
      const server = startServer({ ...place, env, folder: layOutServed(folder), output })
      try {
        await untilReady(place, server)
        await use({ url, mailbox })
      } finally {
        await server.stop()
        closeSync(output)
        await mailbox.close()
        await openId.close()
        await (await import('@/lib/db')).db.$disconnect()
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ forum }, use) => use(forum.url),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  newcomer: async ({}, use) => {
    const handle = `reader-${randomUUID().slice(0, 8)}`
    await use({ handle, email: `${handle}@example.org`, password: 'four plain words here' })
  },
})

export { expect } from '@playwright/test'

/** The database that every other one of the run is cloned from stands in the same cluster. */
async function makeDatabase(): Promise<string> {
  const given = process.env.DATABASE_URL
  if (!given) throw new Error('These tests need the database of a test run: npm test -- browser')
  const url = new URL(given)
  url.pathname = '/postgres'
  const name = `own_${randomUUID().replaceAll('-', '')}`
  await createDatabase(url.href, name, template)
  url.pathname = `/${name}`
  return url.href
}

export async function signUp(page: Page, { handle, email, password }: Newcomer, path = '/sign-up'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('Name').fill(handle)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create an account' }).click()
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  const form = page.locator('form', { has: page.getByLabel('Password') })
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Password').fill(password)
  await form.getByRole('button', { name: 'Sign in' }).click()
}
