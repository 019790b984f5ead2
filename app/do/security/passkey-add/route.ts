import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { AddPasskey } from '@/forum/security/input'
import { addPasskey } from '@/forum/security/passkeys'
import { emailOf } from '@/forum/security/queries'

export const POST = form(
  { name: 'passkey-add', schema: AddPasskey, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    await requireProof()
    await addPasskey(viewer, input.name, input.credential)
    await tellAccount({ to: await emailOf(viewer), language, what: 'passkey' })
    return { to: '/settings/security?done=passkey' }
  },
)
