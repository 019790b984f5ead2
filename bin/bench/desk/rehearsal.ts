import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../prepare.mjs'
import { type Base, connectForum, disconnect, MODERATOR } from '../database'
import { send } from '../drive'
import { type Forum, openForum } from '../forum'
import { memoryOf } from '../memory'
import { READERS, read, whatTheyWaited } from '../readers'
import { number } from '../table'

/** What a forum that is advertised in looks for, with one phrase that many comments of the bench have, and with none of the other. */
const RULES = [
  {
    name: 'words',
    kind: 'words',
    looksFor:
      'television makers\ncasino\nonline casino\nfree spins\ncrypto giveaway\ntelegram group\nwhatsapp me\ncheap watches\nreplica bags\nessay writing service\n加微信\n刷单\n代写\n量大从优',
  },
  {
    name: 'a pattern',
    kind: 'pattern',
    looksFor: '(?:https?://|www\\.)\\S+\\.(?:top|xyz|click)\\b|quality\\s+control\\s+is\\s+\\pL+|加\\s*(?:微|V)\\s*信?',
  },
] as const

const QUIET_MS = 10_000
/** How often a moderator's page is asked how far it is. */
const LOOK_MS = 500
/** Times as long as in a quiet forum that the slowest of a hundred readers may wait. */
const BUDGET = 3
/** Of the worker's memory at the most, in kB: the forum's code alone takes some 230 MB of it. */
const BUDGET_KB = 512 * 1024
const SHARES = [0.25, 0.5, 0.75]

type Look = { ms: number; seen: number; total: number }

/**
 * Rules are rehearsed over all comments by a worker beside the server, while a moderator looks at the rule's page and others read.
 * @returns how many budgets were exceeded
 */
export async function measureRehearsal(base: Base, comments: number, stop: AbortSignal): Promise<number> {
  const forum = await openForum(base, comments, stop)
  try {
    let exceeded = 0
    for (const rule of RULES) exceeded += await rehearseOne(base, forum, rule, stop)
    return exceeded
  } finally {
    await forum.close()
  }
}

async function rehearseOne(base: Base, forum: Forum, rule: (typeof RULES)[number], stop: AbortSignal) {
  const url = base.url(`marginalia_${forum.size}`)
  const quiet = await read(forum, () => stop.aborted, Date.now() + QUIET_MS)
  const ruleId = await begin(url, rule)
  const page = `${forum.address}/moderation/rules?rule=${ruleId}`
  const worker = startWorker(url)
  const during = read(forum, worker.ended, Number.POSITIVE_INFINITY)
  const looks: Look[] = []
  const began = performance.now()
  while (!worker.ended()) {
    stop.throwIfAborted()
    const found = await lookAt(page, base.deskCookie)
    if (found) looks.push({ ms: performance.now() - began, ...found })
    worker.look((found?.seen ?? 0) > 0)
    await Promise.race([sleep(LOOK_MS), worker.end])
  }
  const waited = await during
  const result = await outcomeOf(url, ruleId)
  const rate = result.seen / result.seconds
  const passed = SHARES.map((share) => looks.find(({ seen }) => seen >= share * result.seen))
  const growing = looks.every(({ seen }, index) => seen >= (looks[index - 1]?.seen ?? 0)) && looks.length > 0
  console.log(`
Rehearsal of ${rule.name} over ${number(result.seen)} comments: ${result.seconds.toFixed(1)} s, ${number(rate)} a second
  found                    ${number(result.hits)} comments of ${number(result.people)} people
  the page meanwhile       ${looks.length} times under way${growing ? '' : ', NOT GROWING'}: ${passed.map(said).join('; ')}
  memory of the worker     ${mb(worker.first())} MB when it had begun, ${mb(worker.most())} MB at the most
  ${READERS} readers before         ${whatTheyWaited(quiet)}
  ${READERS} readers meanwhile      ${whatTheyWaited(waited)}`)
  const slow = waited.p99 > BUDGET * quiet.p99 || waited.failed > 0
  return Number(slow) + Number(worker.most() > BUDGET_KB) + Number(!growing)
}

const said = (look: Look | undefined) =>
  look ? `${number(look.seen)} of ${number(look.total)} after ${(look.ms / 1_000).toFixed(1)} s` : 'not seen'

/** As the moderator's form does it. @returns id of the rule */
async function begin(url: string, { name, kind, looksFor }: (typeof RULES)[number]): Promise<string> {
  await connectForum(url)
  const { db } = await import('@/lib/db')
  const { viewerOfPerson } = await import('@/forum/people/standing')
  const { startRehearsal, writeRule } = await import('@/forum/rules/mutations')
  const moderator = await db.person.findUniqueOrThrow({ where: { handle: MODERATOR }, select: { id: true } })
  const viewer = await viewerOfPerson(moderator.id)
  const { id } = await writeRule(viewer, {
    name: `bench, ${name}`,
    kind,
    looksFor,
    act: 'hold',
    reason: 'For the bench.',
  })
  await startRehearsal(viewer, id)
  await disconnect()
  return id
}

function startWorker(url: string) {
  // Without the loader that lets this process read TypeScript: it brings its own.
  const child = fork(join(root, 'bin/bench/desk/worker.mjs'), {
    execArgv: [],
    env: { ...process.env, DATABASE_URL: url },
  })
  let over = false
  let first = 0
  let most = 0
  const end = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true
      resolve()
    })
  })
  const look = (hasBegun: boolean) => {
    const memory = memoryOf(child.pid ?? 0)
    most = Math.max(most, memory.most || 0)
    if (hasBegun) first ||= memory.now || 0
  }
  return { ended: () => over, end, look, first: () => first, most: () => most }
}

/** What the page says: so many of so many; null when it says nothing, or that all is done. */
async function lookAt(page: string, cookie: string): Promise<{ seen: number; total: number } | null> {
  const { status, body } = await send({ url: page, method: 'GET', headers: { cookie } })
  if (status !== 200) throw new Error(`the page of a rule was answered ${status}`)
  const bar = /<progress[^>]*>/.exec(body)?.[0] ?? ''
  const of = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(bar)?.[1] ?? Number.NaN)
  return bar ? { seen: of('value'), total: of('max') } : null
}

async function outcomeOf(url: string, ruleId: string) {
  await connectForum(url)
  const { db } = await import('@/lib/db')
  const { startedAt, finishedAt, seen, hits, people } = await db.rehearsal.findFirstOrThrow({ where: { ruleId } })
  await disconnect()
  if (!finishedAt) throw new Error('the rehearsal did not end')
  return { seen, hits, people: people.length, seconds: (finishedAt.getTime() - startedAt.getTime()) / 1_000 }
}

const mb = (kb: number) => (kb / 1024).toFixed(0)
