import { rulesPath } from '@/app/_components/rules/paths'
import { form } from '@/app/_web/form'
import { WriteRule } from '@/forum/rules/input'
import { writeRule } from '@/forum/rules/mutations'

export const POST = form(
  { name: 'rule', schema: WriteRule, page: ({ ruleId }) => rulesPath(ruleId) },
  async ({ viewer, input }) => ({ to: rulesPath((await writeRule(viewer, input)).id) }),
)
