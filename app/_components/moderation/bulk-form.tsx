import { ProblemNotice } from '@/app/_components/people/problem-notice'
import type { KeptForm } from '@/forum/forms/kept'
import type { DeskAddress } from '@/forum/moderation/input'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { ListPlaceFields } from './list-place'
import { ReasonFields } from './reason-fields'

/** The form that the boxes of the list belong to. */
export const BULK = 'bulk'

type Props = { address: DeskAddress; kept: KeptForm | undefined; language: Language }

/** One decision about the ticked cases, or about all of one person. */
export function BulkForm({ address, kept, language }: Props) {
  const t = desk[language]
  return (
    <details open={kept !== undefined} className="border-b border-rule px-4.5 text-sm">
      <summary className="py-2 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.selected}</summary>
      <form id={BULK} method="post" action="/do/moderation/bulk" className="grid gap-2.5 pb-3.5">
        <ProblemNotice problem={kept?.problem} language={language} />
        {/* Enter decides nothing, as in the form of one case. */}
        <button type="submit" name="act" value="" hidden />
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="kept" value={kept?.id ?? ''} />
        <ListPlaceFields place={address} />
        {/* Empty also where the list is narrowed to a person: it would overrule what was ticked. */}
        <Field id="bulk-person" name="person" label={t.ofPerson} defaultValue={kept?.fields.person} maxLength={60} />
        <ReasonFields kept={kept} language={language} />
        <p className="text-[0.8125rem] text-ink-3">{t.bulkHint}</p>
        <p className="flex flex-wrap gap-2.5">
          <button type="submit" name="act" value="approve" className={button('plain')}>
            {t.bulkApprove}
          </button>
          <button type="submit" name="act" value="remove" className={button('primary')}>
            {t.bulkRemove}
          </button>
        </p>
      </form>
    </details>
  )
}
