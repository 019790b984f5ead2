import { invitationPath } from '@/app/_components/admission/paths'
import { carryInvitation } from '@/app/_web/auth/invitation'
import { form } from '@/app/_web/form'
import { TakeInvitation } from '@/forum/admission/input'
import { readInvitation } from '@/forum/admission/invitations'
import { Refusal } from '@/forum/refusal'

const page = ({ secret = '' }: { secret?: string }) => invitationPath(secret)

/** From here on it goes with the browser through every way in; a place is taken when somebody is made. */
export const POST = form({ name: 'invitation', schema: TakeInvitation, page }, async ({ input }) => {
  if (!(await readInvitation(input.secret))) throw new Refusal('link-used')
  await carryInvitation(input.secret)
  return { to: '/sign-up' }
})
