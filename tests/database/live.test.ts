import { expect, test, vi } from 'vitest'
import { takeSeat } from '@/app/_web/stream-seats'
import { CHANNEL, change } from '@/forum/change'
import { presentPosition, readMissed, readPosition, writePosition } from '@/forum/essay/missed'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { hold, makeEssay, makePerson, makeThread, say, type Thread } from '../support/people'
import { withOther } from './other-connection'

vi.setConfig({ testTimeout: 120_000 })

const PARAGRAPHS = ['The first paragraph of three.', 'The second paragraph of three.', 'The third paragraph of three.']

type Told = { events: unknown; seq: string; horizon: string }

/** A row of the outbox, as a change writes it. */
const row = ({ essayId, id }: Thread) => ({ data: { topic: 'comment.changed', essayId, paragraphId: id } })

/** The paragraphs that a stream hears of that was cut off there. */
async function missed(thread: Thread, since: Awaited<ReturnType<typeof presentPosition>>) {
  return (await readMissed(thread.essayId, since)).paragraphIds
}

test('a stream that comes back hears which threads changed, each once, and of its own essay alone', async () => {
  const [one, two] = (await makeEssay(PARAGRAPHS)) as [Thread, Thread]
  const since = await presentPosition()
  expect(await missed(one, since)).toEqual([])
  await say(one)
  await say(two)
  await say(one)
  await say(await makeThread())
  expect((await missed(one, since))?.sort()).toEqual([one.id, two.id].sort())
  const { position } = await readMissed(one.essayId, since)
  expect(await missed(one, position)).toEqual([])
})

test('nothing is missed of what was written before and committed after', async () => {
  const [early, late, last] = (await makeEssay(PARAGRAPHS)) as [Thread, Thread, Thread]
  const since = await db.$transaction(async (tx) => {
    await tx.outbox.create(row(late))
    // Its number is higher, and it is seen first.
    await db.$transaction((second) => second.outbox.create(row(early)))
    const position = await presentPosition()
    expect(position.seq).toBe(String((await tx.outbox.aggregate({ _max: { seq: true } }))._max.seq))
    return position
  })
  expect(await missed(late, since)).toContain(late.id)
  await say(last)
  expect(await missed(late, since)).toEqual(expect.arrayContaining([late.id, last.id]))
})

test('what is told of a change is where streams can go on, and never what changed', async () => {
  const thread = await makeThread()
  await withOther(async (other) => {
    const messages: Told[] = []
    other.on('notification', ({ payload }) => messages.push(JSON.parse(payload ?? '')))
    await other.query(`LISTEN ${CHANNEL}`)
    const id = await say(thread)
    await vi.waitUntil(() => messages.length > 0)
    expect(messages[0]?.events).toEqual([{ essayId: thread.essayId, paragraphId: thread.id }])
    expect(JSON.stringify(messages)).not.toContain(id)
    const position = readPosition(`${messages[0]?.seq}.${messages[0]?.horizon}`)
    expect(position).not.toBeNull()
    await say(thread)
    expect(position && (await missed(thread, position))).toEqual([thread.id])
  })
})

test('that a comment waits for a moderator is told to nobody, at once or later', async () => {
  const thread = await makeThread()
  const id = await say(thread)
  await hold(id)
  const since = await presentPosition()
  await withOther(async (other) => {
    const messages: Told[] = []
    other.on('notification', ({ payload }) => messages.push(JSON.parse(payload ?? '')))
    await other.query(`LISTEN ${CHANNEL}`)
    const fact = { essayId: thread.essayId, paragraphId: thread.id, subjectId: id }
    await change(async (_, tell) => tell({ topic: 'comment.posted', ...fact }))
    await vi.waitUntil(() => messages.length > 0)
    expect(messages[0]?.events).toEqual([])
    expect(await missed(thread, since)).toEqual([])
    await change(async (_, tell) => tell({ topic: 'comment.changed', ...fact }))
    expect(await missed(thread, since)).toEqual([thread.id])
  })
})

test('who was away for too long, or missed too much, looks at everything anew', async () => {
  const thread = await makeThread()
  await say(thread)
  const since = await presentPosition()
  for (let turn = 0; turn < 2; turn++) await say(thread)
  await db.outbox.deleteMany({ where: { seq: { lte: BigInt(since.seq) + 1n } } })
  expect(await missed(thread, since)).toBeNull()
  const many = await presentPosition()
  await db.outbox.createMany({ data: Array.from({ length: 501 }, () => row(thread).data) })
  expect(await missed(thread, many)).toBeNull()
})

test.each(['', '1', '1.', '.1', '-1.2', '1.2.3', '1e3.2', '9999999999999999999.1', '0x1.1', '1 .2', '１.２'])(
  'a stream does not go on at %j',
  (id) => {
    expect(readPosition(id)).toBeNull()
  },
)

test('a stream goes on at the id of an event', async () => {
  const position = await presentPosition()
  expect(readPosition(writePosition(position))).toEqual(position)
})

test('a person has ten streams and a network three hundred; one that ends makes room', async () => {
  const [person, other] = [await makePerson(), await makePerson()]
  const taken = Array.from({ length: 10 }, () => takeSeat(person, 'a'))
  expect(() => takeSeat(person, 'b')).toThrow('too-many-streams')
  takeSeat(other, 'a')()
  taken[0]?.()
  taken[0]?.()
  taken[0] = takeSeat(person, 'a')
  expect(() => takeSeat(person, 'a')).toThrow('too-many-streams')
  const guests = Array.from({ length: 300 }, () => takeSeat(GUEST, 'a'))
  expect(() => takeSeat(GUEST, 'a')).toThrow('too-many-streams')
  takeSeat(GUEST, 'b')()
  for (const leave of [...taken, ...guests]) leave()
  takeSeat(GUEST, 'a')()
})
