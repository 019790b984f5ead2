import { newcomersPath } from '@/app/_components/admission/paths'
import { tellNewcomer } from '@/app/_web/auth/newcomer-mail'
import { form } from '@/app/_web/form'
import { refuseNewcomer } from '@/forum/admission/decide'
import { RefuseNewcomer } from '@/forum/admission/input'

export const POST = form(
  { name: 'refuse-newcomer', schema: RefuseNewcomer, page: () => newcomersPath },
  async ({ viewer, input: { handle, reason } }) => {
    await tellNewcomer(await refuseNewcomer(viewer, handle, reason), { handle, reason })
    return { to: `${newcomersPath}?done=refused` }
  },
)
