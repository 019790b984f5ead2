import { casePath } from '@/app/_components/moderation/paths'
import { placeOf } from '@/app/_web/desk-forms'
import { form } from '@/app/_web/form'
import { ClaimForm } from '@/forum/moderation/input'
import { claimCase } from '@/forum/moderation/leases'

export const POST = form(
  { name: 'claim-case', schema: ClaimForm, page: (fields) => casePath(fields.caseId ?? '', placeOf(fields)) },
  async ({ viewer, input: { caseId, takeOver, ...list } }) => {
    await claimCase(viewer, caseId, { takeOver: takeOver === 'yes' })
    return { to: casePath(caseId, placeOf(list)) }
  },
)
