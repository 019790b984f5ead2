import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { carryCodes } from '@/app/_web/auth/shown-codes'
import { form } from '@/app/_web/form'
import { allow } from '@/forum/policy'
import { ConfirmApp } from '@/forum/security/input'
import { emailOf } from '@/forum/security/queries'
import { confirmApp } from '@/forum/security/second-step'

export const POST = form(
  { name: 'app-confirm', schema: ConfirmApp, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    allow('self.change', viewer)
    await requireProof()
    await carryCodes(viewer.id, await confirmApp(viewer, input.code))
    await tellAccount({ to: await emailOf(viewer), language, what: 'second' })
    return { to: '/settings/security?done=second' }
  },
)
