import { expect, test } from 'vitest'
import { checkPassword, signUp } from '@/forum/people/mutations'
import { askNewPassword } from '@/forum/security/mail-links'
import { refusals } from '@/messages/refusals'
import { refusalOf, unique } from '../support/people'

const TRIES = 200

/**
 * What a fifth of the tries stay below, each kind measured beside the other in turn: a machine that is busy with others makes
 * some tries slower and none faster, so that the lower end tells what the work itself takes.
 */
const lowFifth = (values: number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 5)] ?? 0

async function timed<T>(act: () => Promise<T>): Promise<{ took: number; answer: T }> {
  const began = performance.now()
  const answer = await act()
  return { took: performance.now() - began, answer }
}

async function compare<T>(act: (email: string) => Promise<T>, known: () => Promise<string>) {
  const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
  const answers = { known: new Set<string>(), unknown: new Set<string>() }
  for (let round = 0; round < TRIES / 2; round++)
    for (const kind of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const email = kind === 'known' ? await known() : `${unique('nobody')}@example.org`
      const { took: time, answer } = await timed(() => act(email))
      took[kind].push(time)
      answers[kind].add(JSON.stringify(answer))
    }
  return { answers, ratio: lowFifth(took.known) / lowFifth(took.unknown) }
}

async function somebody(): Promise<string> {
  const handle = unique('reader')
  const email = `${handle}@example.org`
  await signUp(unique('net'), { handle, email, password: 'four plain words here' })
  return email
}

/** One after another: they are not what is measured. */
async function severalPeople(count: number): Promise<string[]> {
  const emails: string[] = []
  while (emails.length < count) emails.push(await somebody())
  return emails
}

test('200 tries to sign in tell nothing of which addresses have an account: the same words, the same time', async () => {
  const emails = await severalPeople(10)
  let next = 0
  const { answers, ratio } = await compare(
    async (email) => {
      const refused = await refusalOf(checkPassword(unique('net'), { email, password: 'a wrong phrase' }))
      return { code: refused.code, about: refused.about, words: refusals.en[refused.code](refused.about.facts ?? {}) }
    },
    // Ten tries each: the limit of an account is not what is measured.
    async () => emails[Math.floor(next++ / 10)] ?? '',
  )
  expect(answers.known).toEqual(answers.unknown)
  expect(answers.known.size).toBe(1)
  console.log(`sign-in, known : unknown = ${ratio.toFixed(3)}`)
  // Without the hash for nobody an unknown address would be answered some thirty times sooner.
  expect(ratio).toBeGreaterThan(0.75)
  expect(ratio).toBeLessThan(1.33)
}, 120_000)

test('200 questions for a new password cost the same for known and unknown addresses', async () => {
  const emails = await severalPeople(20)
  let next = 0
  const { answers, ratio } = await compare(
    async (email) => {
      const { secret } = await askNewPassword(unique('net'), email)
      return { mailed: typeof secret, length: secret.length }
    },
    async () => emails[Math.floor(next++ / 5)] ?? '',
  )
  expect(answers.known).toEqual(answers.unknown)
  console.log(`new password, known : unknown = ${ratio.toFixed(3)}`)
  // Milliseconds here: a row more or less would be a third, and the mail that both get takes many times as long.
  expect(ratio).toBeGreaterThan(0.6)
  expect(ratio).toBeLessThan(1.6)
}, 120_000)
