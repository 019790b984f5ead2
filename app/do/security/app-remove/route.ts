import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'
import { emailOf } from '@/forum/security/queries'
import { removeApp } from '@/forum/security/second-step'

export const POST = form(
  { name: 'app-remove', schema: NoInput, page: () => '/settings/security' },
  async ({ viewer, language }) => {
    await requireProof()
    await removeApp(viewer)
    await tellAccount({ to: await emailOf(viewer), language, what: 'secondOff' })
    return { to: '/settings/security?done=app' }
  },
)
