import type { KeptForm } from '@/forum/forms/kept'
import type { PersonRecord } from '@/forum/moderation/record'
import type { Language } from '@/messages/language'
import { record } from '@/messages/record'
import { FIELD } from '@/ui/field'
import { DaysField } from './days-field'
import { FoldedReasonForm } from './folded-reason-form'

type Props = {
  handle: string
  where: NonNullable<PersonRecord['can']['restrict']>
  kept: KeptForm | undefined
  language: Language
}

/** Everything the person writes is read first: for some days, in one essay or in all. */
export function RestrictForm({ handle, where, kept, language }: Props) {
  const t = record[language]
  return (
    <FoldedReasonForm
      id="restrict-reason"
      summary={t.restrict}
      action="/do/moderation/restrict"
      hidden={{ handle }}
      label={t.reason}
      hint={t.restrictHint}
      act={t.restrictNow}
      kept={kept}
      language={language}
    >
      <div className="grid gap-3 mid:grid-cols-[auto_minmax(0,1fr)]">
        <DaysField id="restrict-days" chosen={kept?.fields.days} language={language} />
        <div className="grid min-w-0 content-start gap-1">
          <label htmlFor="restrict-essay" className="text-sm font-semibold">
            {t.where}
          </label>
          <select id="restrict-essay" name="essay" defaultValue={kept?.fields.essay} className={`${FIELD} min-w-0`}>
            {where.everywhere ? <option value="">{t.everywhere}</option> : null}
            {where.essays.map((essay) => (
              <option key={essay.slug} value={essay.slug} lang={essay.language}>
                {essay.title}
              </option>
            ))}
          </select>
        </div>
      </div>
    </FoldedReasonForm>
  )
}
