import { casePath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { UndoForm } from '@/forum/moderation/input'
import { undoDecision } from '@/forum/moderation/undo'

/** Too late, the case itself says what to do: it is done, and can be opened again. */
export const POST = form(
  { name: 'undo-decision', schema: UndoForm, page: () => '/moderation' },
  async ({ viewer, input: { decisionId } }) => {
    const { caseId } = await undoDecision(viewer, decisionId)
    return { to: casePath(caseId) }
  },
)
