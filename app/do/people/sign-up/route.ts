import { arrive } from '@/app/_web/auth/arrive'
import { dropInvitation, invitationHere } from '@/app/_web/auth/invitation'
import { askToProve } from '@/app/_web/auth/security-mails'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { SignUpForm } from '@/forum/people/input'
import { keepFirstLanguage, signUp } from '@/forum/people/mutations'

const page = (fields: Record<string, string>) => withThen('/sign-up', thenPath(fields.back))

export const POST = form({ name: 'sign-up', schema: SignUpForm, page }, async ({ network, input, language }) => {
  const { back, proof, ...person } = input
  const { id } = await signUp(network, person, await invitationHere(), proof)
  await keepFirstLanguage({ id }, language)
  await dropInvitation()
  await askToProve(id, person.email, language)
  return arrive(id, back)
})
