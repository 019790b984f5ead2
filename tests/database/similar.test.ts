import { beforeAll, describe, expect, test, vi } from 'vitest'
import { deleteComment, postComment } from '@/forum/comments/mutations'
import { parse } from '@/forum/parse'
import { FindSimilar } from '@/forum/similar/input'
import { likest, weightOf } from '@/forum/similar/likeness'
import { findSimilar } from '@/forum/similar/queries'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { codeOf, hold, makeEssay, makePerson, makeThread, remove, say, type Thread } from '../support/people'

vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

const SAID = {
  margins: 'The margins on cars are far too thin for Xiaomi: telephones earn more per yuan invested.',
  chargers: 'Nobody buys an electric car before there are chargers along the motorways.',
  habits: 'Whoever copies a workshop copies its habits, and the habits were never the strength of it.',
  利润: '小米造车的利润太薄，一辆车赚的钱还不如十部手机。',
  充电: '高速公路上没有充电桩，谁会买电动车回老家过年？',
}

describe('what is being written', () => {
  let threads: Thread[]
  let ids: Record<keyof typeof SAID, string>
  let reader: SignedIn
  const similar = async (body: string, options: { viewer?: SignedIn | typeof GUEST; except?: string } = {}) =>
    (await findSimilar(options.viewer ?? reader, 'test', threads[0]?.id ?? '', { body, except: options.except }))
      .comments
  const idsLike = async (body: string) => (await similar(body)).map(({ id }) => id)

  beforeAll(async () => {
    threads = await makeEssay(['The first paragraph speaks of carriages.', 'The second one of roads.'])
    reader = await makePerson()
    const made = await Promise.all(
      Object.entries(SAID).map(async ([name, body], index) => [
        name,
        await say(threads[index % 2] as Thread, { body }),
      ]),
    )
    ids = Object.fromEntries(made)
  })

  test('finds who said it before, in both languages, in any paragraph of the essay', async () => {
    expect(await idsLike('I think the margin on a car is too thin, and Xiaomi earns more with telephones.')).toEqual([
      ids.margins,
    ])
    expect(await idsLike('Without chargers on the motorway nobody will buy electric cars.')).toEqual([ids.chargers])
    expect(await idsLike('造车利润这么薄，小米卖一辆车还不如卖手机赚钱。')).toEqual([ids.利润])
    expect(await idsLike('没有充电桩的高速公路，电动车怎么回老家？')).toEqual([ids.充电])
  })

  test('finds nothing where others only speak of the same things', async () => {
    for (const body of [
      'My father drove a car of the state all his life and never complained about it.',
      'I would rather like to know what the author thinks of the trains in this country.',
      '我觉得作者把问题说得太简单了，历史上没有这样的先例。',
      'Too short',
      '车',
      '',
      '> The margins on cars are far too thin for Xiaomi: telephones earn more per yuan invested.',
      '!!! ??? ((( [[[ >>>',
    ])
      expect(await similar(body), body).toEqual([])
  })

  test('is not offered what it answers, nor what nobody may read, nor what stands in another essay', async () => {
    const body = 'A lighthouse keeper would have warned the ministers long before the spring tide came.'
    const here = threads[0] as Thread
    const mine = await postComment(reader, here.id, { body })
    const [held, removed, deleted] = [await say(here, { body }), await say(here, { body }), await makePerson()]
    const taken = await say(here, { by: deleted, body })
    await hold(held)
    await remove(removed)
    await deleteComment(deleted, taken)
    await say(await makeThread(), { body })
    for (const viewer of [GUEST, reader, await makePerson('moderator')])
      expect((await similar(body, { viewer })).map(({ id }) => id)).toEqual([mine.id])
    expect(await similar(body, { except: mine.id })).toEqual([])
    expect((await similar(body))[0]).toMatchObject({ own: true, voted: false, handle: reader.handle })
  })

  test('says whether one has voted for it, to the voter alone', async () => {
    await vote(reader, ids.habits)
    const [found] = await similar('Whoever copies the workshop will copy its habits, never its strength.')
    expect(found).toMatchObject({ id: ids.habits, voted: true, own: false, score: 1 })
    const [other] = await similar('Whoever copies the workshop will copy its habits, never its strength.', {
      viewer: GUEST,
    })
    expect(other).toMatchObject({ voted: false })
  })

  test('is never more than three, the likest first', async () => {
    const [, there] = threads as [Thread, Thread]
    const body = 'Coachmen were not asked about harness, axle, lantern and bridge tolls.'
    const same = await say(there, { body })
    for (const more of ['Also ferries.', 'And what of mules?', 'In winter there is snow as well, said my uncle.'])
      await say(there, { body: `${body} ${more}` })
    const found = await idsLike(body)
    expect(found).toHaveLength(3)
    expect(found[0]).toBe(same)
  })

  test('is found among thousands by its rare words, when newer comments say other things', async () => {
    const thread = await makeThread()
    const old = await say(thread, { body: 'The quagga and the thylacine were hunted by people who sold insurance.' })
    const row = await db.comment.findUniqueOrThrow({ where: { id: old } })
    const { newId } = await import('@/lib/id')
    const { pathUnder } = await import('@/forum/comments/path')
    const words = ['road', 'wheel', 'price', 'market', 'engine', 'driver', 'ministry', 'winter', 'people', 'factory']
    await db.comment.createMany({
      data: Array.from({ length: 3_000 }, (_, index) => {
        const id = newId()
        const said = [0, 1, 2, 3].map((step) => words[(index * (step + 3) + step) % words.length]).join(' ')
        return { ...row, id, rootId: id, path: pathUnder('', index + 2), clientId: null, html: `<p>the ${said}</p>` }
      }),
    })
    await db.$executeRaw`ANALYZE "CommentEntry"`
    const { comments } = await findSimilar(GUEST, 'test', thread.id, {
      body: 'I am told that people who sell insurance hunted the thylacine and the quagga.',
    })
    expect(comments.map(({ id }) => id)).toEqual([old])
  })

  test('is refused where it is too long, or the paragraph is not to be seen', async () => {
    expect(await codeOf((async () => parse(FindSimilar, { body: 'x'.repeat(20_001) }))())).toBe('body-too-long')
    expect(await codeOf(findSimilar(reader, 'test', reader.id, { body: 'x' }))).toBe('not-found')
    const hidden = await makeThread()
    await db.essay.update({ where: { id: hidden.essayId }, data: { visibility: 'members' } })
    expect(await codeOf(findSimilar(GUEST, 'test', hidden.id, { body: 'x' }))).toBe('sign-in-required')
    for (const sign of ['>', '[', "'", '\\', '*']) expect(await similar(sign.repeat(10_000))).toEqual([])
  })
})

test('a rare word in common says more than a frequent one', () => {
  const weights = [weightOf(0.9), weightOf(0.9), weightOf(0.9), weightOf(0.001), weightOf(0.001), weightOf(0.001)]
  const found = likest(
    weights,
    [
      { id: 'frequent', hits: [0, 1, 2], size: 6 },
      { id: 'rare', hits: [3, 4, 5], size: 6 },
    ],
    3,
  )
  expect(found.map(({ id }) => id)).toEqual(['rare'])
})
