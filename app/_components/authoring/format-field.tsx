import type { SourceFormat } from '@/forum/essay/blocks'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'

const FORMATS: readonly SourceFormat[] = ['text', 'markdown']

export function FormatField({ format, language }: { format: SourceFormat; language: Language }) {
  const t = authoring[language]
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-sm font-semibold">{t.format}</legend>
      {FORMATS.map((one) => (
        <label key={one} className="flex min-h-9 items-baseline gap-2.5 pointer-coarse:min-h-11">
          <input type="radio" name="format" value={one} defaultChecked={one === format} className="accent-rubric" />
          <span>
            {t.formats[one]} <span className="block text-[0.8125rem] text-ink-3">{t.formatHint[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
