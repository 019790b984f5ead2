/**
 * What a typesetter may change without touching the wording is taken out of a paragraph here, so that two wordings
 * compare equal when only the typography differs.
 */

/** Scripts written without spaces between words: here a space or a line end says nothing. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}'

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\p{Variation_Selector}]/gu
const FULL_WIDTH = /[\uff01-\uff5e]/gu
const DOUBLE_QUOTES = /[\u201c-\u201f\u00ab\u00bb\u300c-\u300f\u301d-\u301f\uff62\uff63\u2033]/gu
const SINGLE_QUOTES = /[\u2018-\u201b\u2039\u203a\u2032\u02bc\u00b4]/gu
const DASHES = /(?:[\u2010-\u2015\u2212\u2043\u2e3a\u2e3b\ufe58\ufe63-]\s*)+/gu
const ELLIPSIS = /(?:\u2026|\u22ef|\.{3}|\u3002{3})+/gu
const IDEOGRAPHIC_STOP = /[\u3002\uff61]/gu
const IDEOGRAPHIC_COMMA = /[\u3001\uff64]/gu
/** A space says something only between two words: beside punctuation or an unspaced script it is typography. */
const SPACE_OF_NO_MEANING = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])\\s+|\\s+(?![\\p{L}\\p{N}])|(?<=[${UNSPACED}])\\s+|\\s+(?=[${UNSPACED}])`,
  'gu',
)

/**
 * The wording without its typography: two wordings with the same form are the same wording ("kept").
 * Case, markup and every letter stay, since changing those is an edit.
 */
export function typographicForm(wording: string): string {
  return wording
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(ELLIPSIS, '...')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, '-')
    .replace(IDEOGRAPHIC_STOP, '.')
    .replace(IDEOGRAPHIC_COMMA, ',')
    .replace(SPACE_OF_NO_MEANING, '')
    .replace(/\s+/gu, ' ')
}

const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]+`, 'gv')
const APOSTROPHE_IN_WORD = /(?<=\p{L})'(?=\p{L})/gu

/**
 * The words of a typographic form, in order, in lower case and compatibility form; of an unspaced script every
 * character is a word. A paragraph without letters or digits (`* * *`) is one word: itself.
 */
export function wordsOf(form: string): string[] {
  const words = form.normalize('NFKC').toLowerCase().replace(APOSTROPHE_IN_WORD, '').match(WORD)
  if (words) return words
  return form === '' ? [] : [form]
}

const UNSPACED_WORD = new RegExp(`^[${UNSPACED}]`, 'u')

export function isUnspaced(word: string): boolean {
  return UNSPACED_WORD.test(word)
}
