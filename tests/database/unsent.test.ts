import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readMine } from '@/forum/comments/mine'
import { deleteComment, editComment, postComment } from '@/forum/comments/mutations'
import { readCommentHistory } from '@/forum/comments/queries'
import { parse } from '@/forum/parse'
import { addPerson } from '@/forum/people/add'
import { Beginning, findBeginning } from '@/forum/people/beginning'
import { SaveUnsent } from '@/forum/unsent/input'
import { dropUnsent, saveUnsent } from '@/forum/unsent/mutations'
import { listUnsent, readUnsent } from '@/forum/unsent/queries'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makeEssay, makePerson, makeSuspended, makeThread, say, type Thread, unique } from '../support/people'

vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

const draftsOf = async (person: SignedIn, thread: Thread) => (await readMine(person, thread.id)).unsent

describe('a draft', () => {
  let thread: Thread
  let writer: SignedIn
  beforeAll(async () => {
    thread = await makeThread()
    writer = await makePerson()
  })

  test('is found again by its writer, and by nobody else', async () => {
    expect(await saveUnsent(writer, thread.id, { body: 'Begun on the train', quote: 'a promise' })).toEqual({
      version: 1,
    })
    expect(await draftsOf(writer, thread)).toEqual([
      { parentId: null, body: 'Begun on the train', quote: 'a promise', version: 1 },
    ])
    expect(await draftsOf(await makePerson('owner'), thread)).toEqual([])
    expect((await readMine(GUEST, thread.id)).unsent).toEqual([])
    expect(await codeOf(saveUnsent(GUEST, thread.id, { body: 'x' }))).toBe('sign-in-required')
    expect(await codeOf(listUnsent(GUEST))).toBe('sign-in-required')
  })

  test('is kept for each thing it answers', async () => {
    const parentId = await say(thread)
    await saveUnsent(writer, thread.id, { body: 'An answer', parentId })
    expect((await readUnsent(writer, thread.id, parentId))?.body).toBe('An answer')
    expect((await readUnsent(writer, thread.id))?.body).toBe('Begun on the train')
    const { items } = await listUnsent(writer)
    expect(items.map(({ body, answers }) => [body, answers?.id ?? null])).toEqual([
      ['An answer', parentId],
      ['Begun on the train', null],
    ])
    // What it answers is gone; what was written is not.
    const author = await db.comment.findUniqueOrThrow({ where: { id: parentId }, select: { authorId: true } })
    await deleteComment({ ...writer, id: author.authorId }, parentId)
    expect((await listUnsent(writer)).items[0]).toMatchObject({ body: 'An answer', answers: null })
  })

  test('of two devices that did not see each other’s words is refused, and neither is lost', async () => {
    const person = await makePerson()
    await saveUnsent(person, thread.id, { body: 'one' })
    expect(await saveUnsent(person, thread.id, { body: 'one two', base: 1 })).toEqual({ version: 2 })
    for (const base of [1, undefined, 7])
      expect(await codeOf(saveUnsent(person, thread.id, { body: 'other', base }))).toBe('changed-meanwhile')
    expect(await codeOf(saveUnsent(person, thread.id, { body: ' \n', base: 1 }))).toBe('changed-meanwhile')
    // The same words are no conflict, whichever device sends them.
    expect(await saveUnsent(person, thread.id, { body: 'one two' })).toEqual({ version: 2 })
    expect(await draftsOf(person, thread)).toMatchObject([{ body: 'one two', version: 2 }])
    expect(await saveUnsent(person, thread.id, { body: ' ', base: 2 })).toEqual({ version: null })
    expect(await draftsOf(person, thread)).toEqual([])
  })

  test('saved twenty times at once is one draft', async () => {
    const person = await makePerson()
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, number) => saveUnsent(person, thread.id, { body: `words ${number}` })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'changed-meanwhile' })
    expect(await db.commentDraft.count({ where: { personId: person.id } })).toBe(1)
  })

  test('is gone with the comment it became; other words stay', async () => {
    const person = await makePerson()
    await saveUnsent(person, thread.id, { body: 'Now it is said.' })
    await postComment(person, thread.id, { body: 'Now it is said.' })
    expect(await draftsOf(person, thread)).toEqual([])
    await saveUnsent(person, thread.id, { body: 'Said otherwise, on the telephone.' })
    await postComment(person, thread.id, { body: 'Now it is said again.' })
    expect(await draftsOf(person, thread)).toMatchObject([{ body: 'Said otherwise, on the telephone.' }])
  })

  test('can be thrown away by its writer alone, and kept while suspended', async () => {
    const person = await makeSuspended()
    await saveUnsent(person, thread.id, { body: 'For later.' })
    const [item] = (await listUnsent(person)).items
    await dropUnsent(await makePerson(), item?.id ?? '')
    expect((await listUnsent(person)).items).toHaveLength(1)
    await dropUnsent(person, item?.id ?? '')
    await dropUnsent(person, item?.id ?? '')
    expect((await listUnsent(person)).items).toEqual([])
  })

  test('of a parent in another discussion, of nothing, or too long is refused', async () => {
    const [here, there] = (await makeEssay(['One paragraph here.', 'And another one.'])) as [Thread, Thread]
    const parentId = await say(there)
    expect(await codeOf(saveUnsent(writer, here.id, { body: 'x', parentId }))).toBe('parent-elsewhere')
    expect(await codeOf(saveUnsent(writer, writer.id, { body: 'x' }))).toBe('not-found')
    const parsing = (input: unknown) => codeOf((async () => parse(SaveUnsent, input))())
    expect(await parsing({ body: 'x'.repeat(20_001) })).toBe('body-too-long')
    expect(await parsing({ body: 'x\0' })).toBe('bad-characters')
    expect(await parsing({ body: 'x', personId: writer.id })).toBe('bad-input')
    expect(await parsing({ body: 'x', base: 1.5 })).toBe('bad-input')
  })

  test('stays its writer’s when its essay is not open to them any more: there is none such for members', async () => {
    const person = await makePerson()
    const other = await makeThread()
    await saveUnsent(person, other.id, { body: 'Kept' })
    await db.essay.update({ where: { id: other.essayId }, data: { visibility: 'members' } })
    expect((await listUnsent(person)).items[0]?.essay).not.toBeNull()
    expect(await codeOf(saveUnsent(GUEST, other.id, { body: 'x' }))).toBe('sign-in-required')
  })
})

describe('people whose handle begins so', () => {
  test('are offered to those who may write, a few, in any script', async () => {
    const stem = unique('beg').toLowerCase()
    for (const end of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await addPerson({ handle: `${stem}-${end}` })
    await addPerson({ handle: `车友${stem}` })
    const member = await makePerson()
    const found = async (starts: string) =>
      (await findBeginning(member, parse(Beginning, { starts }))).map(({ handle }) => handle)
    expect(await found(`@${stem.toUpperCase()}`)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((end) => `${stem}-${end}`))
    expect(await found(`${stem}-g`)).toEqual([`${stem}-g`])
    expect(await found(`车友${stem.slice(0, 6)}`)).toEqual([`车友${stem}`])
    expect(await found(`${stem}-z`)).toEqual([])
    expect(await codeOf(findBeginning(GUEST, { starts: stem }))).toBe('sign-in-required')
    expect(await codeOf(findBeginning(await makeSuspended(), { starts: stem }))).toBe('suspended')
    for (const starts of ['', '%', 'a b', "'; --", 'x'.repeat(61)])
      expect(await codeOf((async () => parse(Beginning, { starts }))()), starts).toBe('bad-input')
  })
})

describe('the history of a comment', () => {
  test('says word by word what each edit changed, ten edits a page', async () => {
    const thread = await makeThread()
    const author = await makePerson()
    const id = await say(thread, { by: author, body: 'The wheel number 0 turns.' })
    for (let number = 1; number <= 12; number++)
      await editComment(author, id, { body: `The wheel number ${number} turns.` })
    const first = await readCommentHistory(GUEST, id)
    expect(first.latest?.body).toBe('The wheel number 12 turns.')
    expect(first.earlier).toHaveLength(10)
    const changes = (page: typeof first) =>
      page.earlier.map(({ change }) =>
        change.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text.trim()}`),
      )
    expect(changes(first)[0]).toEqual(['removed 11', 'added 12'])
    const second = await readCommentHistory(GUEST, id, first.more ?? undefined)
    expect(second.more).toBeNull()
    const all = [...changes(first), ...changes(second)]
    expect(all).toEqual(Array.from({ length: 12 }, (_, index) => [`removed ${11 - index}`, `added ${12 - index}`]))
  })
})
