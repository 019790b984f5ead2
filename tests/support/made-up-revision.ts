/** An old text, a new one, and the new places of every old paragraph: none when it was deleted. */
export interface MadeUpRevision {
  readonly old: readonly string[]
  readonly new: readonly string[]
  readonly truth: readonly (readonly number[])[]
  /** By old paragraph where its words live on although it was deleted: a thread there is no mistake. */
  readonly alsoRight: readonly (readonly number[])[]
}

/** A paragraph as it is being revised: its sentences, each a list of words. */
type Sentences = readonly (readonly string[])[]

interface Piece {
  text: string
  readonly from: number[]
  readonly quoted: number[]
}

/** mulberry32 by Tommy Ettinger: small, and the same on every machine. */
export class Dice {
  constructor(private state: number) {}

  roll(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(count: number): number {
    return Math.floor(this.roll() * count)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  chance(of: number): boolean {
    return this.roll() < of
  }
}

const SYLLABLES = [
  'ka',
  'lo',
  'mir',
  'ten',
  'sa',
  'ru',
  'bel',
  'dor',
  'in',
  'esh',
  'va',
  'po',
  'lin',
  'gar',
  'u',
  'cht',
]
const HAN_FROM = 0x4e00

/** A language of its own for every text: frequent words are short and stand everywhere, rare ones belong to a subject. */
class Language {
  private readonly words: string[]

  constructor(
    private readonly dice: Dice,
    readonly unspaced: boolean,
  ) {
    this.words = Array.from({ length: 900 }, (_, rank) =>
      unspaced
        ? String.fromCodePoint(HAN_FROM + dice.below(3000))
        : Array.from({ length: 1 + Math.min(3, Math.floor(rank / 40)) }, () => dice.pick(SYLLABLES)).join(''),
    )
  }

  /** Half the words of a sentence are of the most frequent, as in any language; the others are drawn from a subject. */
  word(subject: number): string {
    const { dice } = this
    const rank = dice.chance(0.5) ? dice.below(40) : 40 + ((subject * 37 + dice.below(120)) % 860)
    return this.words[rank] as string
  }

  sentence(subject: number, length: number): string[] {
    return Array.from({ length }, () => this.word(subject))
  }

  write(sentences: Sentences): string {
    const [space, stop] = this.unspaced ? ['', '。'] : [' ', '.']
    return sentences.map((words) => words.join(space) + stop).join(space)
  }
}

/**
 * Writes a text and revises it as authors do, harder than they do. Whatever happens to a paragraph is drawn anew, so the
 * truth is known: kept, edited lightly or heavily, cut, grown, split, merged with the next, moved, deleted, replaced,
 * deleted with a sentence living on in another; with headings, list items of one form, refrains, and near-copies of
 * paragraphs that stay or go.
 */
export function reviseMadeUpText(seed: number): MadeUpRevision {
  const dice = new Dice(seed)
  const language = new Language(dice, dice.chance(0.3))
  const old = writeText(dice, language)
  const pieces: Piece[] = []
  const late: Piece[] = []
  for (let at = 0; at < old.length; at++) at += revise(at, old, { dice, language, pieces, late })
  for (const piece of late) pieces.splice(dice.below(pieces.length + 1), 0, piece)
  if (dice.chance(0.3)) moveBlock(pieces, dice)
  const after = pieces.filter(({ text }) => text !== '')
  const placesIn = (list: 'from' | 'quoted', index: number) =>
    after.flatMap((piece, place) => (piece[list].includes(index) ? [place] : []))
  return {
    old: old.map((sentences) => language.write(sentences)),
    new: after.map(({ text }) => text),
    truth: old.map((_, index) => placesIn('from', index)),
    alsoRight: old.map((_, index) => placesIn('quoted', index)),
  }
}

function writeText(dice: Dice, language: Language): Sentences[] {
  const text: Sentences[] = []
  const refrain = [language.sentence(0, 5)]
  while (text.length < 30) {
    const subject = dice.below(20)
    const kind = dice.roll()
    if (kind < 0.12) text.push([language.sentence(subject, 2 + dice.below(2))])
    else if (kind < 0.17) text.push(refrain)
    else if (kind < 0.24) {
      const form = language.sentence(subject, 9)
      const items = 2 + dice.below(4)
      for (let item = 0; item < items; item++)
        text.push([form.with(3, language.word(item)).with(7, language.word(item + 1))])
    } else {
      const sentences = 1 + dice.below(5)
      text.push(Array.from({ length: sentences }, () => language.sentence(subject, 6 + dice.below(14))))
    }
  }
  return text
}

interface Desk {
  readonly dice: Dice
  readonly language: Language
  readonly pieces: Piece[]
  readonly late: Piece[]
}

/** Revises one paragraph; returns how many that follow have been dealt with as well. */
function revise(at: number, old: readonly Sentences[], { dice, language, pieces, late }: Desk): number {
  const here = old[at] as Sentences
  const write = (sentences: Sentences, from: number[]): Piece => ({ text: language.write(sentences), from, quoted: [] })
  const lightly = (sentences: Sentences) => edit(sentences, 0.02 + 0.08 * dice.roll(), dice, language)
  const stranger = () => write([language.sentence(dice.below(20), 12), language.sentence(dice.below(20), 9)], [])
  const act = dice.roll()
  if (act < 0.5) pieces.push(write(here, [at]))
  else if (act < 0.63) pieces.push(write(lightly(here), [at]))
  else if (act < 0.71) pieces.push(write(edit(here, 0.15 + 0.25 * dice.roll(), dice, language), [at]))
  else if (act < 0.74) pieces.push(write([...here, language.sentence(dice.below(20), 10)], [at]))
  else if (act < 0.77) pieces.push(write(here.slice(0, Math.ceil(here.length / 2)), [at]))
  else if (act < 0.8) late.push(write(dice.chance(0.5) ? here : lightly(here), [at]))
  else if (act < 0.83) pieces.push(...halves(here).map((half) => write(lightly(half), [at])))
  else if (act < 0.86 && at + 1 < old.length) {
    const joined = [...here, ...(old[at + 1] as Sentences)]
    pieces.push(write(dice.chance(0.5) ? joined : lightly(joined), [at, at + 1]))
    return 1
  } else if (act < 0.88) pieces.push(stranger())
  else if (act < 0.9) late.push(stranger())
  else if (act < 0.91) {
    const copy = write(edit(here, 0.15, dice, language), [])
    pieces.push(...(dice.chance(0.5) ? [copy, write(here, [at])] : [write(here, [at]), copy]))
  } else if (act < 0.93) {
    const host = pieces.at(-1)
    if (host) {
      host.text += (language.unspaced ? '' : ' ') + language.write([dice.pick(here)])
      host.quoted.push(at)
    }
  }
  // The rest, one in fourteen, is deleted.
  return 0
}

function halves(sentences: Sentences): Sentences[] {
  const middle = Math.floor(sentences.length / 2)
  return middle > 0 ? [sentences.slice(0, middle), sentences.slice(middle)] : [sentences]
}

/** Replaces, drops or adds this share of the words, at least one where there are four; shorter ones stay as they are. */
function edit(sentences: Sentences, share: number, dice: Dice, language: Language): Sentences {
  const total = sentences.reduce((sum, { length }) => sum + length, 0)
  if (total < 4) return sentences
  const edited = sentences.map((words) => [...words])
  for (let change = Math.max(1, Math.round(share * total)); change > 0; change--) {
    const words = dice.pick(edited)
    const at = dice.below(words.length)
    const fresh = language.word(dice.below(20))
    const act = dice.roll()
    if (act < 0.5) words[at] = fresh
    else if (act < 0.75 && words.length > 2) words.splice(at, 1)
    else words.splice(at, 0, fresh)
  }
  return edited
}

function moveBlock(pieces: Piece[], dice: Dice): void {
  const start = dice.below(pieces.length)
  const block = pieces.splice(start, 1 + dice.below(5))
  pieces.splice(dice.below(pieces.length + 1), 0, ...block)
}
