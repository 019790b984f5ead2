import { signOut } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'

export const POST = form({ name: 'sign-out', schema: NoInput, page: () => '/settings' }, async () => {
  await signOut()
  return { to: '/' }
})
