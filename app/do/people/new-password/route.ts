import { tellAccount } from '@/app/_web/auth/security-mails'
import { form } from '@/app/_web/form'
import { SetNewPassword } from '@/forum/security/input'
import { setNewPassword } from '@/forum/security/mail-links'

const page = (fields: Record<string, string>) =>
  `/sign-in/new-password?token=${encodeURIComponent(fields.secret ?? '')}`

/** Behind the mail's link: only here the token is used. The person signs in with what they chose. */
export const POST = form({ name: 'new-password', schema: SetNewPassword, page }, async ({ input, language }) => {
  const { email } = await setNewPassword(input.secret, input.newPassword)
  await tellAccount({ to: email, language, what: 'password' })
  return { to: '/sign-in?done=password' }
})
