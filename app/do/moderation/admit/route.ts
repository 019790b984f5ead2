import { newcomersPath } from '@/app/_components/admission/paths'
import { tellNewcomer } from '@/app/_web/auth/newcomer-mail'
import { form } from '@/app/_web/form'
import { admitNewcomer } from '@/forum/admission/decide'
import { AdmitNewcomer } from '@/forum/admission/input'

export const POST = form(
  { name: 'admit-newcomer', schema: AdmitNewcomer, page: () => newcomersPath },
  async ({ viewer, input: { handle } }) => {
    await tellNewcomer(await admitNewcomer(viewer, handle), { handle, reason: null })
    return { to: `${newcomersPath}?done=admitted` }
  },
)
