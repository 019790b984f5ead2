import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { disconnectAccount } from '@/forum/people/accounts'
import { DisconnectAccount } from '@/forum/security/input'
import { emailOf } from '@/forum/security/queries'

export const POST = form(
  { name: 'unlink', schema: DisconnectAccount, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    await requireProof()
    await disconnectAccount(viewer, input.account)
    await tellAccount({ to: await emailOf(viewer), language, what: 'linked' })
    return { to: '/settings/security?done=disconnected' }
  },
)
