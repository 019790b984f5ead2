import { newcomersPath } from '@/app/_components/admission/paths'
import { carryLink } from '@/app/_web/auth/shown-invitation'
import { form } from '@/app/_web/form'
import { MakeInvitation } from '@/forum/admission/input'
import { makeInvitation } from '@/forum/admission/invitations'

export const POST = form(
  { name: 'make-invitation', schema: MakeInvitation, page: () => newcomersPath },
  async ({ viewer, input }) => {
    const { secret } = await makeInvitation(viewer, input)
    await carryLink(secret)
    return { to: `${newcomersPath}?done=made#invitations` }
  },
)
