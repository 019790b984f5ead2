import { signInAs, signOut } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { goThen, thenPath, withThen } from '@/app/_web/then'
import { SignInForm } from '@/forum/people/input'
import { checkPassword } from '@/forum/people/mutations'

const page = (fields: Record<string, string>) => withThen('/sign-in', thenPath(fields.back))

export const POST = form({ name: 'sign-in', schema: SignInForm, page }, async ({ network, input }) => {
  const { back, ...proof } = input
  const { id } = await checkPassword(network, proof)
  await signOut()
  await signInAs(id)
  return goThen(back)
})
