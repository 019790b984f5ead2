import { type MailKind, PACES } from '@/forum/notifications/kinds'
import type { Language } from '@/messages/language'
import { telling } from '@/messages/telling'

/** How soon one kind of news comes by mail. */
export function PaceField({ kind, chosen, language }: { kind: MailKind; chosen: string; language: Language }) {
  const t = telling[language]
  return (
    <fieldset className="grid gap-1 border-t border-rule pt-4">
      <legend className="float-start mb-1 font-semibold">{t.kinds[kind]}</legend>
      <div className="clear-both flex flex-wrap gap-x-5">
        {PACES.map((pace) => (
          <label key={pace} className="inline-flex items-center gap-2 py-1 pointer-coarse:min-h-11">
            <input type="radio" name={kind} value={pace} defaultChecked={pace === chosen} className="accent-rubric" />
            {t.paces[pace]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
