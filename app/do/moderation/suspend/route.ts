import { casePath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { SuspendForm } from '@/forum/moderation/input'
import { suspendPerson } from '@/forum/moderation/restrict'

export const POST = form(
  { name: 'suspend-person', schema: SuspendForm, page: (fields) => casePath(fields.caseId ?? '') },
  async ({ viewer, input: { caseId, handle, ...suspension } }) => {
    await suspendPerson(viewer, handle, suspension)
    return { to: casePath(caseId, { suspended: true }) }
  },
)
