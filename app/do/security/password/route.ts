import { tellAccount } from '@/app/_web/auth/security-mails'
import { currentSession } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { ChangePassword } from '@/forum/security/input'
import { changePassword } from '@/forum/security/mutations'

export const POST = form(
  { name: 'password', schema: ChangePassword, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    const { email } = await changePassword(viewer, await currentSession(), input)
    await tellAccount({ to: email, language, what: 'password' })
    return { to: '/settings/security?done=password' }
  },
)
