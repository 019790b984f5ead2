import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { type AlignmentKind, findRivals } from './align'
import type { Block } from './blocks'
import { type Creditable, readCreditable } from './creditable'
import type { Fate } from './decisions'
import { readDraft } from './drafts'
import { countFates, type FateCounts } from './publish'
import { findSuccession, type Succession } from './succession'
import { type DiffPart, wordDiff } from './word-diff'
import { hashWording } from './wording-hash'

type Place = { ordinal: number; text: string }

export type Choice = Place & { hash: string }

/** One paragraph that does not simply stay, as the author has to see it before anything is public. */
export type Change = {
  /** Of the old paragraph, or of the one that comes back; null for a new one. */
  paragraphId: string | null
  kind: AlignmentKind | 'added' | 'restored'
  from: Place | null
  to: Place[]
  diff: DiffPart[] | null
  commentCount: number
  /** Its discussion needs the author's word before the revision can be published. */
  asks: boolean
  fate: Fate | null
  /** Where its discussion could go, the likeliest first; only where there is a doubt. */
  choices: Choice[]
  /** Comments of its discussion that the note could thank for. */
  creditable: Creditable[]
}

export type Preflight = {
  essay: { slug: string; title: string; language: string }
  /** The revision it is compared with. */
  base: number
  note: string | null
  credits: string[]
  changed: boolean
  /** Discussions (paragraphs with comments) by what becomes of them. */
  threads: { stay: number; move: number; close: number; ask: number }
  counts: FateCounts
  changes: Change[]
  /** Changes beyond those that are shown; none of them asks. */
  more: number
}

/** On one page; those that ask are always among them. */
const CHANGES_SHOWN = 200
const CHOICES_SHOWN = 4
/** A diff of more is shown as both wordings beside each other. */
const DIFF_MAX_CHARACTERS = 20_000

/** What publishing the draft would do. @throws Refusal not-found without a draft; those of the text (field `source`) */
export async function readPreflight(viewer: Viewer, slug: string): Promise<Preflight> {
  const { essay, current, draft } = await readDraft(viewer, slug)
  if (!draft) throw new Refusal('not-found')
  const succession = await findSuccession(current, draft)
  const all = findChanges(succession, draft.fates)
  const asking = all.filter(({ asks, fate }) => asks || fate !== null).length
  const room = Math.max(CHANGES_SHOWN, asking)
  const quiet = all.filter(({ asks, fate }) => !asks && fate === null).slice(0, room - asking)
  const shown = all.filter((change) => change.asks || change.fate !== null || quiet.includes(change))
  const creditable = await readCreditable(
    shown.flatMap(({ paragraphId, commentCount }) => (paragraphId && commentCount > 0 ? [paragraphId] : [])),
  )
  return {
    essay,
    base: current.number,
    note: draft.note,
    credits: draft.credits,
    changed: succession.changed,
    threads: countThreads(succession),
    counts: countFates(succession.inheritance),
    changes: withChoices(shown, succession).map((change) => ({
      ...change,
      diff: diffOf(change),
      creditable: creditable.get(change.paragraphId ?? '') ?? [],
    })),
    more: all.length - shown.length,
  }
}

type Bare = Omit<Change, 'diff' | 'choices' | 'creditable'> & { old: number | null }

/** In the order in which the new text reads; what is gone stands where it stood. */
function findChanges(
  { current, blocks, alignment, inheritance, asks, decided }: Succession,
  fates: Record<string, Fate>,
) {
  const old = current.paragraphs
  const place = (index: number): Place => ({ ordinal: index + 1, text: blocks[index]?.text ?? '' })
  const changes: (Bare & { at: number })[] = []
  let last = -1
  alignment.old.forEach(({ kind, index, all }, from) => {
    const paragraph = old[from]
    if (!paragraph) return
    const fate = decided.has(from) ? (fates[paragraph.id] ?? null) : null
    const isAsked = asks.includes(from)
    last = index ?? last
    const sameMarkup = index !== null && sameBut(paragraph, blocks[index])
    if (kind === 'kept' && sameMarkup && !isAsked && fate === null) return
    changes.push({
      old: from,
      at: index ?? last + 0.5,
      paragraphId: paragraph.id,
      kind,
      from: { ordinal: paragraph.ordinal, text: paragraph.text },
      to: all.map(place),
      commentCount: paragraph.commentCount,
      asks: isAsked,
      fate,
    })
  })
  const created = new Set(inheritance.created)
  const pieces = new Set(alignment.old.flatMap(({ kind, all }) => (kind === 'split' ? all : [])))
  const restored = new Set(inheritance.restored)
  inheritance.ids.forEach((id, index) => {
    const isBack = restored.has(id)
    if (!isBack && (!created.has(id) || pieces.has(index))) return
    const kind = isBack ? ('restored' as const) : ('added' as const)
    const to = [place(index)]
    changes.push({
      ...{ old: null, at: index, paragraphId: isBack ? id : null, kind, from: null, to },
      ...{ commentCount: 0, asks: false, fate: null },
    })
  })
  return changes.sort((a, b) => a.at - b.at).map(({ at: _, ...change }): Bare => change)
}

/** The words are the same; the headings, the emphasis or the kind of block may not be. */
function sameBut(paragraph: Block, block: Block | undefined): boolean {
  const same = paragraph.text === block?.text && paragraph.kind === block.kind && paragraph.html === block.html
  return same && JSON.stringify(paragraph.headings) === JSON.stringify(block.headings)
}

function countThreads({ current, alignment, asks }: Succession): Preflight['threads'] {
  const threads = { stay: 0, move: 0, close: 0, ask: asks.length }
  alignment.old.forEach(({ kind, index }, from) => {
    if (asks.includes(from) || (current.paragraphs[from]?.commentCount ?? 0) === 0) return
    if (index === null) threads.close++
    else if (kind === 'kept' || kind === 'edited') threads.stay++
    else threads.move++
  })
  return threads
}

function withChoices(shown: readonly Bare[], { current, blocks }: Succession): Omit<Change, 'diff' | 'creditable'>[] {
  const isOpen = (change: Bare) => change.asks || change.fate !== null
  const rivals = shown.some(isOpen)
    ? findRivals(
        current.paragraphs.map(({ text }) => text),
        blocks.map(({ text }) => text),
      )
    : []
  return shown.map(({ old, ...change }) => {
    if (old === null || !isOpen({ old, ...change })) return { ...change, choices: [] }
    const suggested = change.to.map(({ ordinal }) => ordinal - 1)
    const places = [...new Set([...suggested, ...(rivals[old] ?? [])])].slice(0, CHOICES_SHOWN)
    const choices = places.map((index) => {
      const text = blocks[index]?.text ?? ''
      return { ordinal: index + 1, text, hash: hashWording(text) }
    })
    return { ...change, choices }
  })
}

function diffOf({ from, to }: { from: Place | null; to: Place[] }): DiffPart[] | null {
  const after = to.map(({ text }) => text).join('\n\n')
  if (!from || to.length === 0 || from.text.length + after.length > DIFF_MAX_CHARACTERS) return null
  return wordDiff(from.text, after)
}
