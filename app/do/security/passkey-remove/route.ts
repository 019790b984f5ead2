import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { RemovePasskey } from '@/forum/security/input'
import { removePasskey } from '@/forum/security/passkeys'
import { emailOf } from '@/forum/security/queries'

export const POST = form(
  { name: 'passkey-remove', schema: RemovePasskey, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    await requireProof()
    await removePasskey(viewer, input.passkey)
    await tellAccount({ to: await emailOf(viewer), language, what: 'passkey' })
    return { to: '/settings/security?done=passkeyGone' }
  },
)
