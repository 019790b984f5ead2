import { ReasonForm } from '@/app/_components/moderation/reason-form'
import type { KeptForm } from '@/forum/forms/kept'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

/** Folded up until it is wanted, or has to be mended. */
export function RefuseForm({ handle, kept, language }: Props) {
  const t = admission[language]
  return (
    <details className="open:basis-72" open={kept !== undefined}>
      <summary aria-label={t.refuseOf(handle)} className="py-3 text-sm text-ink-2 hover:text-ink">
        {t.refuse}
      </summary>
      <ReasonForm
        id={`refuse-${handle}`}
        action="/do/moderation/refuse"
        hidden={{ handle }}
        label={t.refuseReason}
        hint={t.refuseHint}
        act={t.refuseNow}
        kept={kept}
        language={language}
        className="mt-1 grid gap-3"
      />
    </details>
  )
}
