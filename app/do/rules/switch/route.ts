import { rulesPath } from '@/app/_components/rules/paths'
import { form } from '@/app/_web/form'
import { SwitchRule } from '@/forum/rules/input'
import { switchRule } from '@/forum/rules/mutations'

export const POST = form(
  { name: 'rule-stage', schema: SwitchRule, page: ({ ruleId }) => rulesPath(ruleId) },
  async ({ viewer, input }) => {
    await switchRule(viewer, input)
    return { to: rulesPath(input.ruleId) }
  },
)
