import { goOn } from '@/app/_web/auth/arrive'
import { carryInvitation, invitationHere } from '@/app/_web/auth/invitation'
import { magicLinkHash } from '@/app/_web/auth/magic-link-hash'
import { confirmPath } from '@/app/_web/auth/magic-link-mail'
import { askNextAuth, errorAt, runningOptions } from '@/app/_web/auth/next-auth'
import { authOptions } from '@/app/_web/auth/options'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { refuseStranger } from '@/forum/admission/admit'
import { ConfirmMagicLink } from '@/forum/people/input'
import { proveAddress, readMagicLink } from '@/forum/people/magic-links'
import { keepFirstLanguage } from '@/forum/people/mutations'
import { Refusal } from '@/forum/refusal'

const page = (fields: Record<string, string>) =>
  withThen(confirmPath(fields.secret ?? '', fields.invitation ?? null), thenPath(fields.back))

/** The button behind the mail's link: only here the token is used. */
export const POST = form({ name: 'confirm-link', schema: ConfirmMagicLink, page }, async ({ input, language }) => {
  const { email } = await readMagicLink(magicLinkHash(input.secret))
  if (input.invitation) await carryInvitation(input.invitation)
  // Before the link is used up: with an invitation it works later.
  await refuseStranger(email, await invitationHere())
  const to = await askNextAuth({
    action: 'callback',
    provider: 'email',
    query: { token: input.secret, email },
    options: runningOptions({ callbacks: { ...authOptions().callbacks, signIn: () => proven(email) } }),
  })
  const error = errorAt(to)
  // Used, or the invitation's last place went to somebody else in this moment.
  if (error === 'Verification' || error === 'EmailCreateAccount') throw new Refusal('link-used')
  if (error) throw new Error(`next-auth refused a link it had not used: ${error}`)
  await keepFirstLanguage({ email }, language)
  return goOn(input.back)
})

/** next-auth asks this between using the token and starting the session. */
async function proven(email: string): Promise<true> {
  await proveAddress(email)
  return true
}
