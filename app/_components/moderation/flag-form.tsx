import { ProblemNotice } from '@/app/_components/people/problem-notice'
import type { KeptForm } from '@/forum/forms/kept'
import { type FlagReason, NOTE_MAX } from '@/forum/moderation/input'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'

type Props = {
  comment: { id: string; revision: number }
  reasons: readonly FlagReason[]
  kept: KeptForm | undefined
  language: Language
}

/** A reader's report: a reason, and what the moderator should know. */
export function FlagForm({ comment, reasons, kept, language }: Props) {
  const t = moderation[language]
  const noteWrong = kept?.problem?.field === 'note'
  return (
    <form method="post" action="/do/comments/flag" className="mt-6 grid gap-5">
      <ProblemNotice problem={kept?.problem} language={language} />
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="kept" value={kept?.id ?? ''} />
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="revision" value={kept?.fields.revision ?? comment.revision} />
      <fieldset className="grid">
        <legend className="mb-1 font-semibold">{t.flagReason}</legend>
        {reasons.map((reason) => (
          <label key={reason} className="flex min-h-11 items-center gap-2.5 py-1.5">
            <input
              type="radio"
              name="reason"
              value={reason}
              required
              defaultChecked={kept?.fields.reason === reason}
              className="size-4.5 flex-none accent-rubric"
            />
            {t.flagReasons[reason]}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-1">
        <label htmlFor="note" className="font-semibold">
          {t.flagNote}
        </label>
        <textarea
          id="note"
          name="note"
          rows={3}
          dir="auto"
          maxLength={NOTE_MAX}
          defaultValue={kept?.fields.note}
          aria-invalid={noteWrong || undefined}
          aria-describedby="note-hint"
          className={`${FIELD} resize-y`}
        />
        <p id="note-hint" className="text-[0.8125rem] text-ink-3">
          {t.flagNoteHint}
        </p>
      </div>
      <div>
        <button type="submit" className={button('primary')}>
          {t.flagSend}
        </button>
      </div>
    </form>
  )
}
