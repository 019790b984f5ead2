import { form } from '@/app/_web/form'
import { RevokeToken, revokeToken } from '@/forum/people/tokens'

export const POST = form(
  { name: 'revoke-token', schema: RevokeToken, page: () => '/settings/tokens' },
  async ({ viewer, input }) => {
    await revokeToken(viewer, input.id)
    return { to: '/settings/tokens' }
  },
)
