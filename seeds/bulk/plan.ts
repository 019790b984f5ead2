// Who answers whom among very many comments, as numbers only: twenty bytes a comment, so that millions fit.

export type Plan = {
  count: number
  /** Index of the comment that is answered, always a smaller one; -1 for a comment on the paragraph. */
  parent: Int32Array
  depth: Uint16Array
  /** 1, 2, 3 … among the children of one parent, or among the roots of this plan. */
  sequence: Int32Array
  /** How many answer it. */
  replies: Int32Array
  author: Uint8Array
  score: Uint8Array
  roots: number
}

export const AUTHORS = 200
const LONGEST_CHAIN = 30
/** One exchange that never ended. */
const ENDLESS_CHAIN = 500
const CHAINS_AT_ONCE = 8
/** Of the answers to much answered comments: the share of the first of these. */
const HOTTEST = 0.6

/** An exchange of two: its last comment, and at which depth it ends. */
type Chain = { end: number; most: number }

/** Far enough back that an answer comes while the talk is still going on. */
const RECENT = 3_000

/**
 * Discussions as they are found: most answers go to something recent, some run to and fro for thirty levels and one for five
 * hundred, a few comments draw thousands, and one of them one in twenty of all (50,000 of a million). The same arguments give the same plan.
 */
export function planDiscussion(count: number, replyShare: number): Plan {
  const random = generator(count)
  const plan: Plan = {
    count,
    parent: new Int32Array(count).fill(-1),
    depth: new Uint16Array(count),
    sequence: new Int32Array(count),
    replies: new Int32Array(count),
    author: new Uint8Array(count),
    score: new Uint8Array(count),
    roots: 0,
  }
  const chains: Chain[] = []
  const hot: number[] = []
  const hotEvery = Math.max(100, Math.ceil(count / 10))
  for (let index = 0; index < count; index++) {
    const parent = index > 0 && random() < replyShare ? chooseParent(plan, index, chains, hot, random) : -1
    place(plan, index, parent)
    plan.author[index] = otherThan(parent < 0 ? -1 : at(plan.author, parent), random)
    plan.score[index] = drawScore(random)
    if (parent >= 0) continue
    if (index >= hot.length * hotEvery) hot.push(index)
    if (index === 0 || (chains.length < CHAINS_AT_ONCE && random() < 0.05))
      chains.push({ end: index, most: index === 0 ? ENDLESS_CHAIN : LONGEST_CHAIN })
  }
  return plan
}

function chooseParent(
  plan: Plan,
  index: number,
  chains: Chain[],
  hot: readonly number[],
  random: () => number,
): number {
  const kind = random()
  if (kind < 0.2 && chains.length > 0) {
    const place = Math.floor(random() * chains.length)
    const chain = chains[place] as Chain
    const { end } = chain
    if (at(plan.depth, end) + 1 >= chain.most) chains.splice(place, 1)
    else chain.end = index
    return end
  }
  if (kind < 0.4 && hot.length > 0) return (random() < HOTTEST ? hot[0] : hot[Math.floor(random() * hot.length)]) ?? 0
  // Squared: the most recent ones are answered most.
  const back = 1 + Math.floor(random() ** 2 * Math.min(RECENT, index))
  const found = Math.max(0, index - back)
  return at(plan.depth, found) < LONGEST_CHAIN ? found : at(plan.parent, found)
}

function place(plan: Plan, index: number, parent: number) {
  plan.parent[index] = parent
  if (parent < 0) {
    plan.roots++
    plan.sequence[index] = plan.roots
    return
  }
  plan.depth[index] = at(plan.depth, parent) + 1
  const sequence = at(plan.replies, parent) + 1
  plan.replies[parent] = sequence
  plan.sequence[index] = sequence
}

/** Nobody answers themselves here. */
function otherThan(author: number, random: () => number): number {
  const drawn = Math.floor(random() * (AUTHORS - 1))
  return author >= 0 && drawn >= author ? drawn + 1 : drawn
}

/** Two thirds get no vote; of the others most a few and one in a hundred dozens. */
function drawScore(random: () => number): number {
  if (random() < 0.67) return 0
  return 1 + Math.floor(random() ** 40 * 90)
}

const at = (numbers: Int32Array | Uint16Array | Uint8Array, index: number) => numbers[index] as number

/** mulberry32: small, fast, and good enough for making up discussions. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
