import { sendEmailLink } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { Refusal } from '@/forum/refusal'
import { ChangeEmail } from '@/forum/security/input'
import { askEmailProof } from '@/forum/security/mail-links'
import { canMail } from '@/lib/mail'

export const POST = form(
  { name: 'email', schema: ChangeEmail, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    if (!canMail()) throw new Refusal('not-found')
    await requireProof()
    const link = await askEmailProof(viewer, input.email)
    await sendEmailLink({ to: input.email, language, handle: viewer.handle ?? '', ...link })
    return { to: '/settings/security?done=emailSent' }
  },
)
