import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'

type Props = {
  sentences: string[]
  /** Of the text, BCP 47; nothing where it is unknown. */
  lang: string
  /** Which one stands in the form; undefined where each choice is an act of its own. */
  chosen: string | undefined
  name: string | undefined
  onChoose: (sentence: string) => void
  language: Language
}

const ROW =
  'flex min-h-9 w-full cursor-pointer items-start gap-2.5 rounded py-1.5 text-start text-sm hover:bg-leaf pointer-coarse:min-h-11 pointer-coarse:py-2.5'

/** The sentences of a text, one of which can be quoted: no selecting with a finger or a mouse. */
export function QuoteChoice({ sentences, lang, chosen, name, onChoose, language }: Props) {
  const t = writing[language]
  const words = (sentence: string) => (
    <span lang={lang || undefined} dir="auto" className="font-serif">
      {sentence}
    </span>
  )
  return (
    <fieldset className="max-h-[40dvh] overflow-y-auto rounded-md border border-rule bg-sunk px-3 py-1.5">
      <legend className="sr-only">{t.whichWords}</legend>
      {chosen === undefined
        ? sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and none changes its place
            <button key={index} type="button" onClick={() => onChoose(sentence)} className={ROW}>
              {words(sentence)}
            </button>
          ))
        : ['', ...sentences].map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and none changes its place
            <label key={index} className={ROW}>
              <input
                type="radio"
                name={name}
                value={sentence}
                checked={chosen === sentence}
                onChange={() => onChoose(sentence)}
                className="mt-0.5 size-4 flex-none accent-rubric"
              />
              {sentence === '' ? <span className="text-ink-3">{t.noQuote}</span> : words(sentence)}
            </label>
          ))}
    </fieldset>
  )
}
