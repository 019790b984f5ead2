import { casePath } from '@/app/_components/moderation/paths'
import { placeOf } from '@/app/_web/desk-forms'
import { form } from '@/app/_web/form'
import { ReopenForm } from '@/forum/moderation/input'
import { reopenCase } from '@/forum/moderation/undo'

export const POST = form(
  { name: 'reopen-case', schema: ReopenForm, page: (fields) => casePath(fields.caseId ?? '', placeOf(fields)) },
  async ({ viewer, input: { caseId, ...list } }) => ({
    to: casePath((await reopenCase(viewer, caseId)).id, placeOf(list)),
  }),
)
