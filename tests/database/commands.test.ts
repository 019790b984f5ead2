import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { dropSecondStepOf } from '@/bin/commands/drop-second-step'
import { importEssay } from '@/bin/commands/import'
import { main } from '@/bin/commands/main'
import { ownerLink } from '@/bin/commands/owner-link'
import { changeRole } from '@/bin/commands/role'
import { userAdd } from '@/bin/commands/user-add'
import { root } from '@/bin/prepare.mjs'
import { readEssay } from '@/forum/essay/queries'
import { readLink, spendSignInLink } from '@/forum/people/links'
import { viewerOfPerson, viewerOfToken } from '@/forum/people/standing'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { forum } from '../support/forum-command'
import { makeThread } from '../support/people'

const folder = mkdtempSync(join(tmpdir(), 'marginalia-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const SPAWNING = 60_000

/** The same without a process of its own, which takes seconds on a busy machine. */
async function inProcess(args: readonly string[]) {
  const written = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text)
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text)
    return true
  })
  try {
    const code = await main(['node', 'forum', ...args])
    return { code, ...written }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

describe('the command line', () => {
  const VERBS = [
    'import',
    'publish',
    'align',
    'seed lively',
    'seed bulk',
    'user add',
    'role',
    'token',
    'owner-link',
    'mail-refused',
    'backup',
    'restore',
    'verify-log',
    'export',
    'doctor',
  ]
  test('explains every verb', async () => {
    for (const verb of VERBS) {
      const { code, out, err } = await inProcess([...verb.split(' '), '--help'])
      expect({ verb, code, err }).toEqual({ verb, code: 0, err: '' })
      expect(out).toMatch(new RegExp(`^Usage: forum ${verb}`))
    }
  })

  test.each([
    ['nonsense'],
    ['role ann king'],
    ['seed bulk --comments x'],
    ['seed nothing'],
    ['import'],
    ['doctor --what'],
  ])('answers wrong usage (%s) with 2 and what it expected', async (line) => {
    const { code, out, err } = await inProcess(line.split(' '))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^error: /)
  })

  test.each([
    ['publish', 'no-such-essay', join(root, 'seeds/essay.md')],
    ['import', join(folder, 'no-such-file')],
    ['token', 'nobody-here'],
    ['export', 'no-such-essay'],
    ['restore', join(root, 'package.json')],
    ['restore', join(folder, 'no-such-file')],
    ['backup', join(root, 'package.json')],
    ['seed', 'bulk', '--comments', '5', '--paragraph', '1', '--essay', 'no-such-essay'],
  ])('answers an expected failure (%s %s) with one sentence', async (...args) => {
    await expect(inProcess(args)).rejects.toMatchObject({
      name: 'Halt',
      message: expect.stringMatching(/^[A-Z/][^\n]+\.$/),
    })
  })

  test(
    'ends an expected failure with 1, its sentence and no stack',
    async () => {
      const { code, out, err } = await forum(['doctor'], { DATABASE_URL: 'postgresql://a:secret@127.0.0.1:1/x' })
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 cannot be reached[^\n]+\n$/)
      expect(err).not.toContain('secret')
    },
    SPAWNING,
  )

  test(
    'aligns without a database',
    async () => {
      const input = `${JSON.stringify({ id: 'a', old: ['One two three four.', 'Five six seven.'], new: ['Five six seven.'] })}\n`
      const { code, out } = await forum(['align'], { DATABASE_URL: 'nowhere' }, input)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ id: 'a', map: [null, 0], kinds: ['removed', 'kept'] })
    },
    SPAWNING,
  )
})

describe('import', () => {
  test(
    'takes the essay of the seeds word for word',
    async () => {
      const { code, out } = await forum(['import', join(root, 'seeds/essay.md')])
      expect({ code, out }).toEqual({ code: 0, out: 'Imported xiaomi-car-factory: 3 paragraphs.\n' })
      const essay = await readEssay(GUEST, 'xiaomi-car-factory')
      expect(essay).toMatchObject({ title: 'Should Xiaomi build its own car factory?', language: 'en', revision: 1 })
      expect(essay.paragraphs.map(({ text }) => text.slice(0, 17))).toEqual([
        'Many people think',
        'Xiaomi is a big b',
        'Another reason is',
      ])
    },
    SPAWNING,
  )

  test('makes title, slug and language out of the text when nothing says them', async () => {
    await importEssay(file('a.md', '# On Margins, & more\n\nFirst.\n\nSecond.\n'))
    expect(await readEssay(GUEST, 'on-margins-more')).toMatchObject({ title: 'On Margins, & more', language: 'en' })
    const chinese = await importEssay(file('b.md', '# 论小米造车\n\n很多人认为小米没有核心技术。\n\n第二段。\n'))
    expect(chinese).toEqual({ slug: '论小米造车', paragraphs: 2 })
    expect(await readEssay(GUEST, '论小米造车')).toMatchObject({ title: '论小米造车', language: 'zh' })
    expect((await importEssay(file('untitled-piece.txt', 'Only one line.'))).slug).toBe('untitled-piece')
    expect((await importEssay(file('c.md', 'Text.'), { slug: 'given' })).slug).toBe('given')
  })

  test('a heading that became the title is no paragraph as well; one further down stays', async () => {
    const { slug } = await importEssay(file('d.md', 'Before it.\n\n# Later title\n\nAfter it.\n'))
    const { title, paragraphs } = await readEssay(GUEST, slug)
    expect(title).toBe('Later title')
    expect(paragraphs.map(({ text, headings }) => [text, headings])).toEqual([
      ['Before it.', []],
      ['After it.', [{ level: 2, text: 'Later title' }]],
    ])
  })

  test.each([
    ['bytes that are not UTF-8', Buffer.from([...Buffer.from('héllo '), 0xff, 0x41]), /from byte 7 on/],
    ['a character cut off at the end', Buffer.from('好').subarray(0, 2), /from byte 0 on/],
    ['a NUL', 'a\0b', /byte 1/],
    ['nothing', '', /There is no text/],
    ['blanks only', ' \n\n\t\n', /There is no text/],
    ['a front matter only', '---\ntitle: T\n---\n', /There is no text/],
    ['more than five megabytes', Buffer.alloc(5 * 1024 * 1024 + 1, 65), /5 MB/],
    ['more than 2,000 paragraphs', 'p\n\n'.repeat(2_001), /more than 2,000 paragraphs/],
    ['an unknown word in the front matter', '---\nauthor: X\n---\ntext', /front matter/],
    ['a language that is none', '---\nlanguage: not a language\n---\ntext', /language tag/],
    ['a slug with blanks', '---\nslug: two words\n---\ntext', /cannot be a slug/],
  ])('refuses %s in one sentence', async (_, content, sentence) => {
    const before = await db.essay.count()
    const path = file('wrong.md', content)
    await expect(importEssay(path)).rejects.toMatchObject({ name: 'Halt', message: expect.stringMatching(sentence) })
    expect(await db.essay.count()).toBe(before)
  })

  test('refuses a slug that is taken, and an author who is not there', async () => {
    const path = file('taken.md', '---\nslug: taken\n---\ntext')
    await importEssay(path)
    await expect(importEssay(path)).rejects.toThrow('There is an essay "taken" already')
    await expect(importEssay(path, { slug: 'other', authorHandles: ['nobody-here'] })).rejects.toThrow('nobody called')
  })
})

describe('people', () => {
  test('user add makes a person with a link that signs in once', async () => {
    const added = await userAdd('  Zoë ', { role: 'moderator', email: ' Zoe@Example.ORG' })
    expect(added.handle).toBe('zoë')
    const secret = added.link.split('/welcome/')[1] ?? ''
    expect(await readLink(secret)).toEqual({ purpose: 'signIn', handle: 'zoë' })
    const { personId } = await spendSignInLink(secret)
    const person = await db.person.findUniqueOrThrow({ where: { id: personId } })
    expect(person).toMatchObject({ handle: 'zoë', role: 'moderator', email: 'zoe@example.org' })
    await expect(spendSignInLink(secret)).rejects.toMatchObject({ code: 'link-used' })
    await expect(userAdd('zoë', {})).rejects.toMatchObject({ code: 'handle-taken' })
    await expect(userAdd('other', { email: 'zoe@example.org' })).rejects.toMatchObject({ code: 'email-taken' })
    await expect(userAdd('a b', {})).rejects.toMatchObject({ code: 'handle-characters' })
  })

  test(
    'the last line of token is a token of that person',
    async () => {
      const added = await forum(['user', 'add', 'token-user'])
      expect(added.out.trim().split('\n').at(-1)).toMatch(/^https:\/\/forum\.example\.org\/welcome\/[\w-]{43}$/)
      const { code, out } = await forum(['token', 'token-user', '--name', 'a script'])
      expect(code).toBe(0)
      const token = out.trim().split('\n').at(-1) ?? ''
      expect(await viewerOfToken(token)).toMatchObject({ handle: 'token-user', role: 'member' })
      expect((await forum(['role', 'token-user', 'moderator'])).out).toBe('token-user is now a moderator.\n')
      expect(await viewerOfToken(token)).toMatchObject({ role: 'moderator' })
    },
    SPAWNING,
  )

  test('role names the essays of a moderator, which there are', async () => {
    await userAdd('of-one-essay', {})
    const { slug, essayId } = await makeThread()
    await changeRole('of-one-essay', 'moderator', [slug])
    const { id } = await db.person.findUniqueOrThrow({ where: { handle: 'of-one-essay' }, select: { id: true } })
    expect(await viewerOfPerson(id)).toMatchObject({ role: 'moderator', moderates: [essayId] })
    await expect(changeRole('of-one-essay', 'moderator', ['nowhere'])).rejects.toThrow('no such essay: nowhere')
    await expect(changeRole('of-one-essay', 'owner', [slug])).rejects.toThrow('Only a moderator')
    await changeRole('of-one-essay', 'moderator')
    expect(await viewerOfPerson(id)).toMatchObject({ moderates: 'all' })
  })

  test('drop-second-step takes app and recovery codes away, and sign-in asks for one thing again', async () => {
    await userAdd('locked-out', {})
    const { id } = await db.person.findUniqueOrThrow({ where: { handle: 'locked-out' }, select: { id: true } })
    await db.totp.create({ data: { personId: id, secret: 'sealed', confirmedAt: new Date() } })
    await db.recoveryCode.create({ data: { id: newId(), personId: id, codeHash: 'hash' } })
    await db.person.update({ where: { id }, data: { twoSteps: true }, select: { id: true } })
    expect(await dropSecondStepOf('Locked-Out')).toEqual({ handle: 'locked-out' })
    const { twoSteps, totp, recoveryCodes } = await db.person.findUniqueOrThrow({
      where: { id },
      select: { twoSteps: true, totp: true, recoveryCodes: true },
    })
    expect({ twoSteps, totp, recoveryCodes }).toEqual({ twoSteps: false, totp: null, recoveryCodes: [] })
    await expect(dropSecondStepOf('nobody-here')).rejects.toThrow('nobody')
  })

  test('there is an owner link as long as there is no owner', async () => {
    expect(await ownerLink()).toMatch(/\/welcome\/[\w-]{43}$/)
    await userAdd('the-owner', { role: 'owner' })
    expect(await ownerLink()).toBeNull()
  })
})
