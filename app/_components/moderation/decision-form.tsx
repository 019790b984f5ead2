import type { KeptForm } from '@/forum/forms/kept'
import { type ListPlace, READY_REASONS, REASON_MAX } from '@/forum/moderation/input'
import type { DeskCase } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { ListPlaceFields } from './list-place'
import { NoDecision } from './no-decision'
import { OtherActs } from './other-acts'

type Props = {
  item: DeskCase
  kept: KeptForm | undefined
  place: ListPlace
  language: Language
}

/**
 * Approve or remove, with a reason. Version and revision are of what is on the page, also when the form is shown again:
 * only the reason is kept.
 */
export function DecisionForm({ item, kept, place, language }: Props) {
  const t = moderation[language]
  if (!item.can.decide) return <NoDecision item={item} unsent={kept?.fields.reason} place={place} language={language} />
  const wrong = kept?.problem?.field === 'reason'
  const ready = kept?.fields.ready ?? ''
  return (
    <form
      id="decide"
      method="post"
      action="/do/moderation/decide"
      aria-label={t.decide}
      className="border-t border-rule bg-paper px-4 py-4 mid:px-7.5"
    >
      {/* Enter in a field presses a form's first button, and the first would approve. This one decides nothing: the form is
          shown again, and says what is missing. A disabled one does not stop Chromium. */}
      <button type="submit" name="act" value="" hidden />
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="kept" value={kept?.id ?? ''} />
      <input type="hidden" name="caseId" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="commentRevision" value={item.comment.revision} />
      <input type="hidden" name="fence" value={item.lease?.mine ? item.lease.fence : ''} />
      <ListPlaceFields place={place} />
      <fieldset aria-describedby="reason-hint" className="min-w-0">
        <legend className="float-start me-3 text-sm/5 font-semibold">{t.reason}</legend>
        <p id="reason-hint" className="text-[0.8125rem]/5 text-ink-3">
          {t.reasonHint}
        </p>
        <div className="clear-both mt-1 flex flex-wrap gap-x-4 text-sm pointer-coarse:mt-0">
          {(['', ...READY_REASONS] as const).map((key) => (
            <label key={key} className="flex items-center gap-1.5 py-1 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="ready"
                value={key}
                defaultChecked={key === ready}
                className="size-4 flex-none accent-rubric"
              />
              {key === '' ? t.ownWords : t.ready[key]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-2 grid gap-3 mid:grid-cols-[minmax(0,1fr)_auto] mid:items-end">
        <div>
          <label htmlFor="reason" className="sr-only">
            {t.words}
          </label>
          <textarea
            id="reason"
            name="reason"
            rows={2}
            dir="auto"
            maxLength={REASON_MAX}
            defaultValue={kept?.fields.reason}
            placeholder={t.words}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? 'reason-error' : undefined}
            className={`${FIELD} block resize-y`}
          />
          {wrong ? (
            <p id="reason-error" className="mt-1 text-[0.8125rem] text-rubric-ink">
              {t.reasonNeeded}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2.5">
          <button
            type="submit"
            name="act"
            value="approve"
            title={t.approveHint}
            className={button('plain')}
            data-key="a"
          >
            {t.approve}
          </button>
          <button
            type="submit"
            name="act"
            value="remove"
            title={t.removeHint}
            className={button('primary')}
            data-key="r"
          >
            {t.remove}
          </button>
        </div>
      </div>
      <OtherActs suspend={item.person.can.suspend} kept={kept} language={language} />
    </form>
  )
}
