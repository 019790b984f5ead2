import { FoldedReasonForm } from '@/app/_components/moderation/folded-reason-form'
import type { KeptForm } from '@/forum/forms/kept'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

export function RefuseForm({ handle, kept, language }: Props) {
  const t = admission[language]
  return (
    <FoldedReasonForm
      id={`refuse-${handle}`}
      summary={t.refuse}
      summaryOfWhich={t.refuseOf(handle)}
      action="/do/moderation/refuse"
      hidden={{ handle }}
      label={t.refuseReason}
      hint={t.refuseHint}
      act={t.refuseNow}
      kept={kept}
      language={language}
      fold="py-2 text-sm open:basis-72"
    />
  )
}
