import { describe, expect, test, vi } from 'vitest'
import { readLog } from '@/forum/log/queries'
import { parse } from '@/forum/parse'
import { WriteRule } from '@/forum/rules/input'
import { matcherOf } from '@/forum/rules/matcher'
import { startRehearsal, switchRule, writeRule } from '@/forum/rules/mutations'
import { readRules } from '@/forum/rules/queries'
import { rehearse } from '@/forum/rules/rehearse'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makePerson, makeThread, refusalOf, remove, say, unique } from '../support/people'

vi.setConfig({ testTimeout: 120_000 })
process.env.LIMITS = 'off'

const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status

/** A rule for a word that nothing else in the tests has. */
async function makeRule(by: SignedIn, word: string, act: 'hold' | 'refuse' = 'hold') {
  const name = unique('rule')
  const input = parse(WriteRule, { name, kind: 'words', looksFor: word, act, reason: 'Not this word.' })
  return { name, ...(await writeRule(by, input)) }
}

describe('words', () => {
  test('are found whole, whatever their case and width, and inside of scripts without blanks', () => {
    const find = matcherOf({ kind: 'words', looksFor: 'casino\n量大从优\nc++' })
    for (const text of ['The CASINO!', 'ｃａｓｉｎｏ', 'a ca\u200bsino', '配件量大从优，欢迎', 'I like C++.'])
      expect(find(text), text).not.toBeNull()
    for (const text of ['casinos', 'occasino', '量大', 'c+ +']) expect(find(text), text).toBeNull()
  })

  test.each(['(', '(a+)+$|', '.*', '((\\pL{1,99}){1,99}){1,9}', '(?<=a)b'])(
    '%s is no pattern that a rule may have',
    (looksFor) => {
      expect(() =>
        parse(WriteRule, { name: 'A rule', kind: 'pattern', looksFor, act: 'hold', reason: 'Because.' }),
      ).toThrow('bad-pattern')
    },
  )

  test('a pattern that hangs others takes its time from the length of the text alone', () => {
    const find = matcherOf({ kind: 'pattern', looksFor: '(a+)+b' })
    const began = performance.now()
    expect(find('a'.repeat(10_000))).toBeNull()
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('a rule', () => {
  test('does nothing as a draft, notes in its shadow, and holds when it is live: log and reason name it and its version', async () => {
    const moderator = await makePerson('moderator')
    const thread = await makeThread()
    const word = unique('word')
    const rule = await makeRule(moderator, word)
    const draft = await say(thread, { body: `A ${word} here.` })
    await switchRule(moderator, { ruleId: rule.id, stage: 'shadow' })
    const watched = await say(thread, { body: `A ${word} there.` })
    expect([await statusOf(draft), await statusOf(watched)]).toEqual(['published', 'published'])
    expect(await db.ruleHit.findMany({ where: { ruleId: rule.id } })).toMatchObject([
      { commentId: watched, version: 1, stage: 'shadow' },
    ])
    await switchRule(moderator, { ruleId: rule.id, stage: 'live' })
    const held = await say(thread, { body: `A ${word} everywhere.` })
    expect(await statusOf(held)).toBe('held')
    expect(await db.caseReason.findFirstOrThrow({ where: { case: { commentId: held } } })).toMatchObject({
      source: 'rule',
      code: rule.name,
      ruleId: rule.id,
      ruleVersion: 1,
    })
    expect((await readLog()).entries[0]).toMatchObject({
      act: 'comment.hold',
      by: null,
      reason: 'Not this word.',
      details: { rule: rule.name, version: 1 },
    })
    expect(await statusOf(await say(thread, { body: 'Without it.' }))).toBe('published')
    await switchRule(moderator, { ruleId: rule.id, stage: 'off' })
    expect(await statusOf(await say(thread, { body: `The ${word} again.` }))).toBe('published')
  })

  test('that refuses says why, which rule and which version', async () => {
    const moderator = await makePerson('moderator')
    const word = unique('word')
    const rule = await makeRule(moderator, word, 'refuse')
    await switchRule(moderator, { ruleId: rule.id, stage: 'live' })
    const no = await refusalOf(say(await makeThread(), { body: `A ${word} here.` }))
    expect(no).toMatchObject({
      code: 'rule',
      status: 422,
      about: { facts: { reason: 'Not this word.', rule: rule.name, version: 1 } },
    })
    await switchRule(moderator, { ruleId: rule.id, stage: 'off' })
  })

  test('that is changed while live goes back to its shadow, and keeps its versions as they were', async () => {
    const moderator = await makePerson('moderator')
    const rule = await makeRule(moderator, unique('word'))
    await switchRule(moderator, { ruleId: rule.id, stage: 'live' })
    const input = parse(WriteRule, {
      ruleId: rule.id,
      name: rule.name,
      kind: 'words',
      looksFor: unique('other'),
      act: 'hold',
      reason: 'Another reason.',
    })
    expect(await writeRule(moderator, input)).toEqual({ id: rule.id, version: 2 })
    const { chosen } = await readRules(moderator, { rule: rule.id, text: input.looksFor })
    expect(chosen).toMatchObject({ stage: 'shadow', version: 2, trial: { found: input.looksFor } })
    expect(chosen?.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'Another reason.'],
      [1, 'Not this word.'],
    ])
    await expect(db.ruleVersion.updateMany({ data: { reason: 'Rewritten.' } })).rejects.toThrow('append-only')
    const { ruleId: _, ...again } = input
    expect(await codeOf(writeRule(moderator, again))).toBe('name-taken')
  })

  test('is the moderators’ business', async () => {
    const rule = await makeRule(await makePerson('moderator'), unique('word'))
    for (const [who, code] of [
      [GUEST, 'sign-in-required'],
      [await makePerson(), 'not-found'],
    ] as const) {
      expect(await codeOf(readRules(who, {}))).toBe(code)
      expect(await codeOf(switchRule(who, { ruleId: rule.id, stage: 'live' }))).toBe(code)
      expect(await codeOf(startRehearsal(who, rule.id))).toBe(code)
    }
  })

  test('is rehearsed on all that was written: hits, people, what moderators had decided; once, however often it runs', async () => {
    const moderator = await makePerson('moderator')
    const thread = await makeThread()
    const word = unique('word')
    const by = await makePerson()
    const first = await say(thread, { by, body: `One ${word}.` })
    await say(thread, { by, body: `Two ${word}.` })
    await say(thread, { body: `Three ${word}.` })
    await say(thread)
    await remove(first)
    const rule = await makeRule(moderator, word)
    await startRehearsal(moderator, rule.id)
    await startRehearsal(moderator, rule.id)
    const [rehearsal, ...others] = await db.rehearsal.findMany({ where: { ruleId: rule.id } })
    expect(others).toEqual([])
    await Promise.all([rehearse(rehearsal?.id ?? ''), rehearse(rehearsal?.id ?? '')])
    const { chosen } = await readRules(moderator, { rule: rule.id })
    const total = await db.comment.count()
    expect(chosen?.rehearsal).toMatchObject({
      isDone: true,
      seen: total,
      total,
      hits: 3,
      people: 2,
      removed: 1,
      approved: 0,
    })
    // Words that were removed are not read out here.
    expect(chosen?.rehearsal?.examples).toHaveLength(2)
    expect(await statusOf(first)).toBe('removed')
    expect(await db.ruleHit.count({ where: { ruleId: rule.id } })).toBe(0)
  })
})
