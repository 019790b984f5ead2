import { dropCodes } from '@/app/_web/auth/shown-codes'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'

export const POST = form({ name: 'codes-seen', schema: NoInput, page: () => '/settings/security' }, async () => {
  await dropCodes()
  return { to: '/settings/security' }
})
