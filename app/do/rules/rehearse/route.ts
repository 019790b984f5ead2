import { rulesPath } from '@/app/_components/rules/paths'
import { form } from '@/app/_web/form'
import { RehearseRule } from '@/forum/rules/input'
import { startRehearsal } from '@/forum/rules/mutations'

export const POST = form(
  { name: 'rehearsal', schema: RehearseRule, page: ({ ruleId }) => rulesPath(ruleId) },
  async ({ viewer, input: { ruleId } }) => {
    await startRehearsal(viewer, ruleId)
    return { to: `${rulesPath(ruleId)}#rehearsal` }
  },
)
