import { sendEmailLink } from '@/app/_web/auth/security-mails'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'
import { Refusal } from '@/forum/refusal'
import { askEmailProof, unprovedEmail } from '@/forum/security/mail-links'
import { canMail } from '@/lib/mail'

/** One more mail to the address that the account has already. */
export const POST = form(
  { name: 'prove-email', schema: NoInput, page: () => '/settings/security' },
  async ({ viewer, language }) => {
    if (!canMail()) throw new Refusal('not-found')
    const email = await unprovedEmail(viewer)
    const link = await askEmailProof(viewer, email)
    await sendEmailLink({ to: email, language, handle: viewer.handle ?? '', ...link })
    return { to: '/settings/security?done=emailSent' }
  },
)
