import type { Change } from '@/forum/essay/preflight'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'
import { FateFields } from './fate-fields'
import { SideBySide } from './side-by-side'

type Props = { change: Change; credits: readonly string[]; essayLanguage: string; language: Language }

/** One paragraph that changes: what happens to it, its words then and now, and what is asked about its discussion. */
export function ChangeItem({ change, credits, essayLanguage, language }: Props) {
  const t = authoring[language]
  const { kind, from, to, commentCount, creditable, paragraphId } = change
  const ordinals = to.map(({ ordinal }) => ordinal).join(', ')
  const isSame = from !== null && from.text === to.map(({ text }) => text).join('\n\n')
  return (
    <li className="grid gap-3 border-t border-rule py-5">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-sm">
        <span className="rounded bg-sunk px-2 py-0.5 text-xs font-semibold text-ink-2">{t.kinds[kind]}</span>
        <span className="font-semibold">{from ? t.from(from.ordinal) : t.from(to[0]?.ordinal ?? 0)}</span>
        {from && ordinals && ordinals !== String(from.ordinal) ? (
          <span className="text-ink-2">{t.to(ordinals)}</span>
        ) : null}
        {commentCount > 0 ? <span className="text-ink-3">{t.goesTo(commentCount)}</span> : null}
      </p>
      {isSame && kind === 'kept' ? <p className="text-[0.8125rem] text-ink-3">{t.markupOnly}</p> : null}
      <SideBySide change={change} essayLanguage={essayLanguage} language={language} />
      {paragraphId && change.choices.length + (change.asks ? 1 : 0) > 0 ? (
        <FateFields change={change} paragraphId={paragraphId} essayLanguage={essayLanguage} language={language} />
      ) : null}
      {creditable.length > 0 ? (
        <details open={creditable.some(({ id }) => credits.includes(id))}>
          <summary className="w-fit py-1 text-[0.8125rem] text-ink-2 underline decoration-dotted underline-offset-2 pointer-coarse:py-2.5">
            {t.thank(creditable.length)}
          </summary>
          <div className="grid gap-1 pt-2">
            {creditable.map(({ id, handle, body }) => (
              <label key={id} className="flex min-h-8 items-baseline gap-2.5 text-sm pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  name={`credit-${id}`}
                  value="on"
                  defaultChecked={credits.includes(id)}
                  className="accent-rubric"
                />
                <span className="line-clamp-2 text-ink-2" dir="auto">
                  <b className="font-semibold text-ink">{t.thanks(handle)}</b> {body}
                </span>
              </label>
            ))}
          </div>
        </details>
      ) : null}
    </li>
  )
}
