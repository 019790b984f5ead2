import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

// Before anything reads the environment.
const folder = await mkdtemp(join(tmpdir(), 'marginalia-exports-'))
process.env.MARGINALIA_DATA = folder
const { exportFile } = await import('@/app/_web/export-file')
const { runDueJobs } = await import('@/bin/serve/worker')
const { askExport, forgetOldExports, makeExport, openExport, readExport } = await import('@/forum/privacy/exports')
const { deleteAccount } = await import('@/forum/privacy/mutations')
const { flagComment } = await import('@/forum/moderation/mutations')
const { startSession } = await import('@/forum/people/sessions')
const { makeApiToken } = await import('@/forum/people/tokens')
const { GUEST } = await import('@/forum/viewer')
const { vote } = await import('@/forum/votes/mutations')
const { db } = await import('@/lib/db')
const { hashSecret } = await import('@/lib/secret')
const { codeOf, makePerson, makeThread, say, unique } = await import('../support/people')

afterAll(() => rm(folder, { recursive: true, force: true }))

const work = () => runDueJobs(process.env.DATABASE_URL ?? '')
const files = () => readdir(join(folder, 'exports')).catch(() => [])

describe('a copy of everything about oneself', () => {
  test('has what one wrote and did, without what opens the account and without others', async () => {
    const [who, other] = [await makePerson(), await makePerson()]
    const thread = await makeThread()
    const words = unique('<b>words & 字</b>')
    await say(thread, { by: who, body: words })
    const theirs = await say(thread, { by: other, body: unique('theirs') })
    await vote(who, theirs)
    await flagComment(who, theirs, { reason: 'other', note: 'a note of mine' })
    const { token } = await startSession(who.id, { device: 'Firefox, Linux', network: '203.0.113.0/24' })
    const key = await makeApiToken(who.handle, 'a script')
    const { id } = await askExport(who, 'zh')
    expect(await readExport(who)).toMatchObject({ id, finishedAt: null })
    expect(await codeOf(openExport(who, id))).toBe('not-found')
    await work()
    const state = await readExport(who)
    expect(state).toMatchObject({ id, finishedAt: expect.any(Date) })
    expect(state?.written).toBe(state?.total)

    const text = await exportFile('json', await openExport(who, id)).text()
    const copy: Record<string, Record<string, unknown>[]> = JSON.parse(text)
    expect(copy.Person).toMatchObject([{ id: who.id, handle: who.handle, email: `${who.handle}@example.org` }])
    expect(copy.Comment).toMatchObject([{ body: words }])
    expect(copy.Vote).toMatchObject([{ commentId: theirs }])
    expect(copy.Flag).toMatchObject([{ note: 'a note of mine' }])
    expect(copy.Session).toMatchObject([{ device: 'Firefox, Linux' }])
    expect(copy.ApiToken).toMatchObject([{ name: 'a script' }])
    expect(Object.values(copy).flat()).toHaveLength(state?.total ?? 0)
    for (const secret of [hashSecret(token), hashSecret(key), other.id, other.handle])
      expect(text).not.toContain(secret)

    const answer = exportFile('html', await openExport(who, id))
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const page = await answer.text()
    expect(page).toContain('lang="zh-Hans"')
    expect(page).toContain('字')
    expect(page).not.toContain('<b>words')
  })

  test('is its person’s alone', async () => {
    const who = await makePerson()
    const { id } = await askExport(who, 'en')
    await work()
    for (const other of [await makePerson(), await makePerson('owner')]) {
      expect(await codeOf(openExport(other, id))).toBe('not-found')
      expect(await readExport(other)).toBeNull()
    }
    expect(await codeOf(openExport(GUEST, id))).toBe('sign-in-required')
    expect(await codeOf(askExport(GUEST, 'en'))).toBe('sign-in-required')
    expect((await openExport(who, id)).language).toBe('en')
  })

  test('is made once when it is asked for twice, and three times a day', async () => {
    const who = await makePerson()
    const first = await askExport(who, 'en')
    expect(await askExport(who, 'en')).toEqual(first)
    await work()
    // The job a second time, as after a crash, changes nothing.
    await makeExport(first.id)
    for (const _ of [2, 3]) {
      await askExport(who, 'en')
      await work()
    }
    expect(await codeOf(askExport(who, 'en'))).toBe('too-fast')
  })

  test('goes after a week, and with the account', async () => {
    const [old, leaving, stays] = [await makePerson(), await makePerson(), await makePerson()]
    const ids: string[] = []
    for (const who of [old, leaving, stays]) ids.push((await askExport(who, 'en')).id)
    await work()
    const [first = '', second = '', third = ''] = ids
    expect(await files()).toEqual(expect.arrayContaining(ids.map((id) => `${id}.jsonl`)))
    await db.export.update({ where: { id: first }, data: { askedAt: new Date(Date.now() - 8 * 86_400_000) } })
    expect(await codeOf(openExport(old, first))).toBe('not-found')
    const session = { id: crypto.randomUUID(), proven: true }
    await deleteAccount(leaving, session, { choice: 'stay', password: '' })
    await work()
    expect(await files()).not.toContain(`${second}.jsonl`)
    await forgetOldExports()
    expect(await files()).not.toContain(`${first}.jsonl`)
    expect(await files()).toContain(`${third}.jsonl`)
  })

  test('takes in more rows than are fetched at once', async () => {
    const who = await makePerson()
    const root = await say(await makeThread(), { by: who })
    await db.$executeRaw`
      INSERT INTO "CommentRevision" ("commentId", "revision", "essayId", "body", "html", "byId")
      SELECT ${root}::uuid, n, c."essayId", 'word ' || n, '', ${who.id}::uuid
      FROM generate_series(1, 1200) n, "Comment" c WHERE c."id" = ${root}::uuid`
    const { id } = await askExport(who, 'en')
    await work()
    const copy: Record<string, unknown[]> = JSON.parse(await exportFile('json', await openExport(who, id)).text())
    expect(copy.CommentRevision).toHaveLength(1200)
  })
})
