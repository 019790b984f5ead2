import type { Change } from '@/forum/essay/preflight'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'
import { FIELD } from '@/ui/field'

type Props = { change: Change; paragraphId: string; essayLanguage: string; language: Language }

/** Where the discussion of a doubtful paragraph goes: radio buttons, so that arrow keys choose and nothing is preselected. */
export function FateFields({ change, paragraphId, essayLanguage, language }: Props) {
  const t = authoring[language]
  const { fate, choices, from } = change
  const name = `fate-${paragraphId}`
  const chosen = fate && 'to' in fate ? fate : null
  const isListed = choices.some(({ hash, ordinal }) => chosen?.hash === hash && chosen.to === ordinal)
  const radio = { type: 'radio', name, className: 'accent-rubric', required: change.asks && !fate } as const
  const row = 'flex min-h-9 items-baseline gap-2.5 pointer-coarse:min-h-11'
  return (
    <fieldset className="grid gap-1 rounded-md border-s-4 border-warn bg-warn-wash px-4 py-3">
      <legend className="contents text-sm font-semibold">{t.where}</legend>
      {choices.map(({ ordinal, text, hash }) => (
        <label key={ordinal} className={row}>
          <input
            {...radio}
            value={`to:${ordinal}:${hash}`}
            defaultChecked={chosen?.hash === hash && chosen.to === ordinal}
          />
          <span className="min-w-0">
            {t.keepAt(ordinal)}{' '}
            <span lang={essayLanguage} dir="auto" className="line-clamp-2 font-serif text-[0.9375rem] text-ink-2">
              {text.slice(0, 240)}
            </span>
          </span>
        </label>
      ))}
      <div className={`${row} flex-wrap items-center`}>
        <label className="flex items-baseline gap-2.5">
          <input {...radio} value="other" defaultChecked={chosen !== null && !isListed} />
          {t.other}
        </label>
        <input
          name={`other-${paragraphId}`}
          inputMode="numeric"
          autoComplete="off"
          aria-label={t.otherLabel(from?.ordinal ?? 0)}
          defaultValue={chosen && !isListed ? chosen.to : ''}
          className={`${FIELD} max-w-24`}
        />
      </div>
      <label className={row}>
        <input {...radio} value="retire" defaultChecked={fate !== null && 'retire' in fate} />
        {t.retire}
      </label>
    </fieldset>
  )
}
