import { arrive } from '@/app/_web/auth/arrive'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { SignInForm } from '@/forum/people/input'
import { checkPassword } from '@/forum/people/mutations'

const page = (fields: Record<string, string>) => withThen('/sign-in', thenPath(fields.back))

export const POST = form({ name: 'sign-in', schema: SignInForm, page }, async ({ network, input }) => {
  const { back, ...proof } = input
  const { id } = await checkPassword(network, proof)
  return arrive(id, back)
})
