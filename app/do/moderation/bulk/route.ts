import { queuePath } from '@/app/_components/moderation/paths'
import { rulesPath } from '@/app/_components/rules/paths'
import { placeOf } from '@/app/_web/desk-forms'
import { form } from '@/app/_web/form'
import { decideMany } from '@/forum/moderation/bulk'
import { BulkForm, selectedIn } from '@/forum/moderation/bulk-input'
import { reasonFrom } from '@/forum/moderation/ready'
import { moderation } from '@/messages/moderation'

export const POST = form(
  {
    name: 'decide-many',
    schema: BulkForm,
    page: (fields) => (fields.rule ? rulesPath(fields.rule) : queuePath(placeOf(fields))),
  },
  async ({ viewer, input: { act, ready, reason, person, rule: _, ...rest }, language }) => {
    const sentence = reasonFrom(ready ? moderation[language].ready[ready] : '', reason)
    const which = person ? { by: person } : { cases: selectedIn(rest) }
    const made = await decideMany(viewer, which, { act, reason: sentence, ...(ready ? { basis: ready } : {}) })
    return { to: queuePath({ ...placeOf(rest), ...(made.caseId ? { done: made.caseId } : {}) }) }
  },
)
