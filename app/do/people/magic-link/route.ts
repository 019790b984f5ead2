import { invitationHere } from '@/app/_web/auth/invitation'
import { askNextAuth, errorAt, runningOptions } from '@/app/_web/auth/next-auth'
import { providers } from '@/app/_web/auth/providers'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { AskMagicLink } from '@/forum/people/input'
import { admitMagicLink } from '@/forum/people/magic-links'
import { Refusal } from '@/forum/refusal'
import { canMail } from '@/lib/mail'

const page = (fields: Record<string, string>) => withThen('/sign-in', thenPath(fields.back))

/** The same for every address, whether it has an account or not: a mail, and a page that says so. */
export const POST = form({ name: 'magic-link', schema: AskMagicLink, page }, async ({ network, input, language }) => {
  if (!canMail()) throw new Refusal('not-found')
  await admitMagicLink(network, input.email)
  const then = thenPath(input.back)
  const to = await askNextAuth({
    action: 'signin',
    provider: 'email',
    fields: { email: input.email, callbackUrl: then },
    options: runningOptions({ providers: providers(language, await invitationHere()) }),
  })
  const error = errorAt(to)
  return { to: withThen(error ? `/sign-in?error=${error}` : '/sign-in/mail', then) }
})
