// Names that are taken for another's. After Unicode UTS 39, as much of it as names of a forum need: no name mixes scripts that
// nobody writes together, and two names that look the same are one name.

/** Scripts that are written together. Latin beside Chinese, Japanese or Korean is what people there write. */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Hangul'],
  ['Latin', 'Han', 'Bopomofo'],
]
/** Written by themselves: the recommended scripts of UAX 31, table 5. */
const ALONE = [
  ...[
    'Arabic',
    'Armenian',
    'Bengali',
    'Cyrillic',
    'Devanagari',
    'Ethiopic',
    'Georgian',
    'Greek',
    'Gujarati',
    'Gurmukhi',
  ],
  ...['Hebrew', 'Kannada', 'Khmer', 'Lao', 'Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thaana'],
  ...['Thai', 'Tibetan'],
]
const SHARED = String.raw`\p{Script=Common}\p{Script=Inherited}`
const COMBINATIONS = [...TOGETHER, ...ALONE.map((script) => [script])].map(
  (scripts) => new RegExp(`^[${SHARED}${scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('')}]*$`, 'u'),
)

/** Whether somebody could write it with one keyboard. `name` is normalised (NFKC, lower case). */
export function isOneWriting(name: string): boolean {
  return COMBINATIONS.some((combination) => combination.test(name))
}

/** Small letters of other scripts, and digits, that are drawn as Latin letters are. From confusables.txt of UTS 39. */
const DRAWN_AS: Record<string, string> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', і: 'l' },
  ...{ ј: 'j', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ь: 'b', г: 'r', п: 'n' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'l', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w', γ: 'y' },
  ...{ օ: 'o', ս: 'u', ո: 'n', հ: 'h', ց: 'g', զ: 'q', ı: 'l', ɑ: 'a', ɡ: 'g', ƒ: 'f' },
  ...{ '0': 'o', '1': 'l', i: 'l' },
}

/** What a name looks like: two names with the same skeleton are taken for each other. */
export function skeletonOf(name: string): string {
  return [...name.normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => DRAWN_AS[letter] ?? letter)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[-_]+/g, '-')
}
