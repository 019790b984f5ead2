import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { carryCodes } from '@/app/_web/auth/shown-codes'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'
import { allow } from '@/forum/policy'
import { emailOf } from '@/forum/security/queries'
import { renewRecoveryCodes } from '@/forum/security/second-step'

export const POST = form(
  { name: 'recovery-codes', schema: NoInput, page: () => '/settings/security' },
  async ({ viewer, language }) => {
    allow('self.change', viewer)
    await requireProof()
    await carryCodes(viewer.id, await renewRecoveryCodes(viewer))
    await tellAccount({ to: await emailOf(viewer), language, what: 'codes' })
    return { to: '/settings/security?done=codes' }
  },
)
