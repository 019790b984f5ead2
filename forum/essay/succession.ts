import { newId } from '@/lib/id'
import { type Alignment, align } from './align'
import { type Block, blocksWithin, type SourceFormat } from './blocks'
import { type Current, readCurrent } from './current'
import { decide, type Fates } from './decisions'
import { type Inheritance, inherit } from './inherit'
import { nameKinds } from './kinds'
import { typographicForm } from './normalise'
import { findReturning } from './returning'

/** A text that could follow the current revision. */
export type NextText = {
  source: string
  /** `text` when nothing is said. */
  format?: SourceFormat | undefined
  /** What a person decided about doubtful threads. */
  fates?: Fates | undefined
  /** Number of the revision whose very text it is: its paragraphs are taken back as they were. */
  restores?: number | null | undefined
}

/** What becomes of every paragraph when the text follows: everything that publishing writes, nothing written yet. */
export type Succession = {
  current: Current
  blocks: Block[]
  alignment: Alignment
  inheritance: Inheritance
  /** Old paragraphs (indexes) whose place a person decided. */
  decided: ReadonlySet<number>
  /** Old paragraphs (indexes) with a discussion, whose place is too close to call and not decided. */
  asks: number[]
  changed: boolean
}

/** @throws Refusal of `blocksWithin`, and not-found when the revision to restore does not exist */
export async function findSuccession(current: Current, next: NextText): Promise<Succession> {
  const blocks = blocksWithin(next.source, next.format ?? 'text')
  const old = current.paragraphs
  const earlier = next.restores ? await readCurrent(current.essay.slug, next.restores) : null
  const isEarlier = earlier !== null && earlier.source === next.source && earlier.format === (next.format ?? 'text')
  const found = isEarlier
    ? { alignment: alignByIdentity(current, earlier), decided: new Set<number>() }
    : decide(
        align(
          old.map(({ text }) => text),
          blocks.map(({ text }) => text),
        ),
        old,
        blocks,
        next.fates ?? {},
      )
  const { alignment, decided } = found
  const returning = isEarlier
    ? new Map(alignment.inserted.flatMap((index) => pair(index, earlier.paragraphs[index]?.id)))
    : await findReturning(current.essay.id, alignment.inserted, blocks)
  const inheritance = inherit(
    old.map(({ id, text }) => ({ id, length: text.length })),
    blocks.length,
    alignment,
    returning,
    newId,
    decided,
  )
  const asks = alignment.old.flatMap(({ needsPerson }, from) =>
    needsPerson && (old[from]?.commentCount ?? 0) > 0 ? [from] : [],
  )
  return { current, blocks, alignment, inheritance, decided, asks, changed: !reads(current, blocks) }
}

const pair = (index: number, id: string | undefined): [number, string][] => (id === undefined ? [] : [[index, id]])

/** An earlier revision taken back is not guessed at: its paragraphs are known. */
function alignByIdentity(current: Current, earlier: Current): Alignment {
  const places = new Map(earlier.paragraphs.map(({ id }, index) => [id, index]))
  const old = current.paragraphs.map(({ id }) => {
    const index = places.get(id) ?? null
    return { index, all: index === null ? [] : [index], score: index === null ? 0 : 1, needsPerson: false }
  })
  const form = (paragraph: { text: string } | undefined) => typographicForm(paragraph?.text ?? '')
  return nameKinds(
    old,
    earlier.paragraphs.length,
    (from, index) => form(current.paragraphs[from]) === form(earlier.paragraphs[index]),
  )
}

function reads({ paragraphs }: Current, blocks: readonly Block[]): boolean {
  if (paragraphs.length !== blocks.length) return false
  return paragraphs.every(({ kind, text, html, headings }, index) => {
    const block = blocks[index]
    const same = block?.text === text && block.kind === kind && block.html === html
    return same && JSON.stringify(block.headings) === JSON.stringify(headings)
  })
}
