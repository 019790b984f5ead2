import { tellAccount } from '@/app/_web/auth/security-mails'
import { form } from '@/app/_web/form'
import { ConfirmEmail } from '@/forum/security/input'
import { confirmEmail } from '@/forum/security/mail-links'

const page = (fields: Record<string, string>) =>
  `/settings/security/confirm?token=${encodeURIComponent(fields.secret ?? '')}`

export const POST = form({ name: 'confirm-email', schema: ConfirmEmail, page }, async ({ viewer, input, language }) => {
  const { before } = await confirmEmail(viewer, input.secret)
  await tellAccount({ to: before, language, what: 'email' })
  return { to: '/settings/security?done=email' }
})
