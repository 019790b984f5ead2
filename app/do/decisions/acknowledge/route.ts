import { decisionPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { AcknowledgeForm } from '@/forum/moderation/input'
import { acknowledgeWarning } from '@/forum/moderation/warnings'

export const POST = form(
  { name: 'acknowledge-warning', schema: AcknowledgeForm, page: (fields) => decisionPath(fields.decisionId ?? '') },
  async ({ viewer, input: { decisionId } }) => {
    await acknowledgeWarning(viewer, decisionId)
    return { to: decisionPath(decisionId) }
  },
)
