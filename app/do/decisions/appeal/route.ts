import { decisionPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { appealDecision } from '@/forum/moderation/appeals'
import { AppealForm } from '@/forum/moderation/input'

export const POST = form(
  { name: 'appeal-decision', schema: AppealForm, page: (fields) => decisionPath(fields.decisionId ?? '') },
  async ({ viewer, input: { decisionId, text } }) => {
    await appealDecision(viewer, decisionId, { text })
    return { to: decisionPath(decisionId) }
  },
)
