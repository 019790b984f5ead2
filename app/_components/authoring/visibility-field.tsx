import { VISIBILITIES, type Visibility } from '@/forum/essay/visibility-input'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'

/** Who can read the essay. */
export function VisibilityField({ chosen, language }: { chosen: Visibility; language: Language }) {
  const t = authoring[language]
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-sm font-semibold">{t.visibility}</legend>
      {VISIBILITIES.map((one) => (
        <label key={one} className="flex min-h-9 items-baseline gap-2.5 pointer-coarse:min-h-11">
          <input type="radio" name="visibility" value={one} defaultChecked={one === chosen} className="accent-rubric" />
          <span>
            {t.visibilities[one]} <span className="block text-[0.8125rem] text-ink-3">{t.visibilityHint[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
