import { PostComment } from '@/forum/comments/input'
import { postComment } from '@/forum/comments/mutations'
import { decideCase } from '@/forum/moderation/decide'
import { flagComment } from '@/forum/moderation/mutations'
import { parse } from '@/forum/parse'
import type { Viewer } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import type { Decided, Flagged, Said } from '../scenarios/script'
import { setBack, setBackFlags } from './times'
import { votersOf } from './voters'

export type Script = { said: readonly Said[]; flags: readonly Flagged[]; decisions: readonly Decided[] }

const clientIdOf = (key: string) => `seed-${key}`.padEnd(8, '-')

/**
 * Plays a script with the forum's own mutations, in the order of its times, and sets the times back afterwards. What was
 * played before is recognised by its client id and left alone.
 */
export async function playScript(essayId: string, people: ReadonlyMap<string, Viewer>, script: Script) {
  const who = (key: string) => people.get(key) ?? fail(`no person ${key}`)
  const ids = await findPlayed(essayId, script.said)
  const before = new Set(ids.keys())
  const paragraphs = await firstParagraphs(essayId)
  const inOrder = [...script.said].sort((a, b) => b.hoursAgo - a.hoursAgo)
  for (const said of inOrder) {
    if (ids.has(said.key)) continue
    const parentId = said.on === undefined ? undefined : (ids.get(said.on) ?? fail(`${said.key} answers nothing`))
    const input = { body: said.body, parentId, quote: said.quote, clientId: clientIdOf(said.key) }
    const paragraphId = paragraphs[said.paragraph - 1] ?? fail(`no paragraph ${said.paragraph}`)
    ids.set(said.key, (await postComment(who(said.by), paragraphId, parse(PostComment, input))).id)
  }
  const added = inOrder.filter(({ key }) => !before.has(key))
  await setBack(
    essayId,
    added.map(({ key, hoursAgo }) => ({ id: idOf(ids, key), hoursAgo })),
  )
  // What somebody complained about is not what others voted for.
  const flagged = new Set(script.flags.map(({ on }) => on))
  for (const { key, by } of added.filter((said) => !flagged.has(said.key)))
    for (const voter of votersOf(key, [...people.keys()], by)) await vote(who(voter), idOf(ids, key))

  const flags = await raiseFlags(script.flags, ids, who)
  await setBackFlags(essayId)
  return { comments: added.length, flags, decisions: await decide(script.decisions, ids, who) }
}

async function raiseFlags(flags: readonly Flagged[], ids: ReadonlyMap<string, string>, who: (key: string) => Viewer) {
  let made = 0
  for (const { by, on, reason, note } of flags) {
    const commentId = idOf(ids, on)
    const viewer = who(by)
    if (await db.flag.findFirst({ where: { commentId, personId: viewer.id ?? '' }, select: { id: true } })) continue
    await flagComment(viewer, commentId, { reason, note })
    made++
  }
  return made
}

async function decide(decisions: readonly Decided[], ids: ReadonlyMap<string, string>, who: (key: string) => Viewer) {
  let made = 0
  for (const { by, on, act, reason } of decisions) {
    const open = await db.case.findFirst({
      where: { commentId: idOf(ids, on), state: 'open' },
      select: { id: true, version: true, comment: { select: { revision: true } } },
    })
    if (!open) continue
    await decideCase(who(by), open.id, { act, reason, version: open.version, commentRevision: open.comment.revision })
    made++
  }
  return made
}

async function findPlayed(essayId: string, said: readonly Said[]): Promise<Map<string, string>> {
  const keys = new Map(said.map(({ key }) => [clientIdOf(key), key]))
  const found = await db.comment.findMany({
    where: { essayId, clientId: { in: [...keys.keys()] } },
    select: { id: true, clientId: true },
  })
  return new Map(found.map(({ id, clientId }) => [keys.get(clientId ?? '') ?? '', id]))
}

/** The paragraphs as the essay began: the scripts speak of those, wherever they stand now. */
async function firstParagraphs(essayId: string): Promise<string[]> {
  const wordings = await db.wording.findMany({
    where: { revision: { essayId, number: 1 } },
    orderBy: { ordinal: 'asc' },
    select: { paragraphId: true },
  })
  return wordings.map(({ paragraphId }) => paragraphId)
}

const idOf = (ids: ReadonlyMap<string, string>, key: string) => ids.get(key) ?? fail(`no comment ${key}`)

function fail(what: string): never {
  throw new Error(`The scenario does not fit together: ${what}.`)
}
