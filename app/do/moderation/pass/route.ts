import { casePath } from '@/app/_components/moderation/paths'
import { placeOf } from '@/app/_web/desk-forms'
import { form } from '@/app/_web/form'
import { PassForm } from '@/forum/moderation/input'
import { passCase } from '@/forum/moderation/pass'

export const POST = form(
  { name: 'pass-case', schema: PassForm, page: (fields) => casePath(fields.caseId ?? '', placeOf(fields)) },
  async ({ viewer, input: { caseId, to, note, ...list } }) => {
    await passCase(viewer, caseId, { to, note })
    return { to: casePath(caseId, placeOf(list)) }
  },
)
