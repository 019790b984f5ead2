import { newcomersPath } from '@/app/_components/admission/paths'
import { form } from '@/app/_web/form'
import { RevokeInvitation } from '@/forum/admission/input'
import { revokeInvitation } from '@/forum/admission/invitations'

export const POST = form(
  { name: 'revoke-invitation', schema: RevokeInvitation, page: () => newcomersPath },
  async ({ viewer, input }) => {
    await revokeInvitation(viewer, input.id)
    return { to: `${newcomersPath}?done=revoked#invitations` }
  },
)
