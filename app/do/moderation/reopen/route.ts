import { casePath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { ReopenForm } from '@/forum/moderation/input'
import { reopenCase } from '@/forum/moderation/undo'

export const POST = form(
  { name: 'reopen-case', schema: ReopenForm, page: (fields) => casePath(fields.caseId ?? '') },
  async ({ viewer, input: { caseId } }) => ({ to: casePath((await reopenCase(viewer, caseId)).id) }),
)
