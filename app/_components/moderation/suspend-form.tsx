import type { KeptForm } from '@/forum/forms/kept'
import type { DeskCase } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { DaysField } from './days-field'
import { FoldedReasonForm } from './folded-reason-form'

type Props = { item: DeskCase; kept: KeptForm | undefined; language: Language }

export function SuspendForm({ item, kept: given, language }: Props) {
  const t = moderation[language]
  const kept = given?.form === 'suspend-person' ? given : undefined
  return (
    <FoldedReasonForm
      id="suspend-reason"
      summary={t.suspend}
      action="/do/moderation/suspend"
      hidden={{ caseId: item.id, handle: item.person.handle }}
      label={t.suspendReason}
      hint={t.suspendHint}
      act={t.suspendNow}
      kept={kept}
      language={language}
      fold="mt-4 text-sm"
    >
      <DaysField id="suspend-days" chosen={kept?.fields.days} language={language} />
    </FoldedReasonForm>
  )
}
