import { casePath, queuePath } from '@/app/_components/moderation/paths'
import { placeOf } from '@/app/_web/desk-forms'
import { form } from '@/app/_web/form'
import { UndoForm } from '@/forum/moderation/input'
import { undoDecision } from '@/forum/moderation/undo'

/** Too late, the case itself says what to do: it is done, and can be opened again. */
export const POST = form(
  { name: 'undo-decision', schema: UndoForm, page: (fields) => queuePath(placeOf(fields)) },
  async ({ viewer, input: { decisionId, ...list } }) => {
    const { caseId } = await undoDecision(viewer, decisionId)
    return { to: casePath(caseId, placeOf(list)) }
  },
)
