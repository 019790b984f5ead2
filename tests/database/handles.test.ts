import { describe, expect, test } from 'vitest'
import { addPerson } from '@/forum/people/add'
import { changeHandle, movedTo } from '@/forum/people/claims'
import { findFreeHandle } from '@/forum/people/handles'
import { signUp } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makePerson, unique } from '../support/people'

const signUpAs = (handle: string) =>
  signUp(unique('net'), { handle, email: `${unique('mail')}@example.org`, password: 'four plain words here' })
const again = async (id: string) => {
  const viewer = await viewerOfPerson(id)
  if (viewer.role === 'guest') throw new Error('is gone')
  return viewer
}

describe('a name that looks like another’s', () => {
  test('is refused to newcomers, and makes nobody', async () => {
    const name = unique('bill')
    await signUpAs(name)
    const alike = name.replace('bill', 'bi1l')
    expect(await codeOf(signUpAs(alike))).toBe('handle-alike')
    expect(await codeOf(addPerson({ handle: alike }))).toBe('handle-alike')
    expect(await db.person.count({ where: { handle: alike } })).toBe(0)
    expect(await findFreeHandle(alike)).not.toBe(alike)
  })

  test('is had by one of those who want such names at once', async () => {
    const name = unique('lily')
    const spelled = [name, name.replace('lily', '1ily'), name.replace('lily', 'li1y'), name.replace('lily', '1i1y')]
    const outcomes = await Promise.allSettled(spelled.map(signUpAs))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.person.count({ where: { handle: { in: spelled } } })).toBe(1)
  })
})

describe('another name', () => {
  test('leaves the old one with its person: its address leads on, nobody else gets it, and they can go back', async () => {
    const person = await makePerson()
    const name = unique('renamed')
    await changeHandle(person, name)
    expect(await viewerOfPerson(person.id)).toMatchObject({ handle: name })
    expect(await movedTo(person.handle)).toBe(name)
    expect(await movedTo(name)).toBeNull()
    expect(await movedTo(unique('nobody'))).toBeNull()
    expect(await codeOf(signUpAs(person.handle))).toBe('handle-taken')
    expect(await codeOf(changeHandle(await makePerson(), person.handle))).toBe('handle-taken')
    await changeHandle(await again(person.id), person.handle)
    expect(await movedTo(name)).toBe(person.handle)
  })

  test('is chosen twice in 30 days, and by nobody who is not signed in', async () => {
    const { id } = await makePerson()
    for (const _ of [1, 2]) await changeHandle(await again(id), unique('renamed'))
    expect(await codeOf(changeHandle(await again(id), unique('renamed')))).toBe('too-fast')
    expect(await codeOf(changeHandle(GUEST, unique('renamed')))).toBe('sign-in-required')
  })

  test('that is another’s changes nothing', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    expect(await codeOf(changeHandle(one, other.handle))).toBe('handle-taken')
    expect(await viewerOfPerson(one.id)).toMatchObject({ handle: one.handle })
  })
})
