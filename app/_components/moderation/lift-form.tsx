import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { FoldedReasonForm } from './folded-reason-form'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

export function LiftForm({ handle, kept, language }: Props) {
  const t = moderation[language]
  return (
    <FoldedReasonForm
      id={`lift-${handle}`}
      summary={t.lift}
      summaryOfWhich={t.liftOf(handle)}
      action="/do/moderation/lift"
      hidden={{ handle }}
      label={t.liftReason}
      hint={t.liftHint}
      act={t.liftNow}
      kept={kept}
      language={language}
      fold="mt-1"
    />
  )
}
