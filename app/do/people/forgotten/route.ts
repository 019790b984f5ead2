import { sendPasswordLink } from '@/app/_web/auth/security-mails'
import { form } from '@/app/_web/form'
import { Refusal } from '@/forum/refusal'
import { AskNewPassword } from '@/forum/security/input'
import { askNewPassword } from '@/forum/security/mail-links'
import { canMail } from '@/lib/mail'

/** The same for every address, whether it has an account or not: a mail, and a page that says so. */
export const POST = form(
  { name: 'forgotten', schema: AskNewPassword, page: () => '/sign-in/forgotten' },
  async ({ network, input, language }) => {
    if (!canMail()) throw new Refusal('not-found')
    const { secret, handle } = await askNewPassword(network, input.email)
    await sendPasswordLink({ to: input.email, language, secret, handle })
    return { to: '/sign-in/mail?for=password' }
  },
)
