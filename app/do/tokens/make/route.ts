import { requireProof } from '@/app/_web/auth/session'
import { carryToken } from '@/app/_web/auth/shown-token'
import { form } from '@/app/_web/form'
import { MakeToken, makeOwnToken } from '@/forum/people/tokens'

export const POST = form(
  { name: 'make-token', schema: MakeToken, page: () => '/settings/tokens' },
  async ({ viewer, input }) => {
    await requireProof()
    await carryToken(await makeOwnToken(viewer, input))
    return { to: '/settings/tokens?made=1' }
  },
)
