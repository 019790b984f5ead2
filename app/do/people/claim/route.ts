import { form } from '@/app/_web/form'
import { welcomePage } from '@/app/_web/welcome'
import { UseLink } from '@/forum/people/input'
import { claimOwnership } from '@/forum/people/links'

export const POST = form({ name: 'claim', schema: UseLink, page: welcomePage }, async ({ viewer, input }) => {
  await claimOwnership(viewer, input.secret)
  return { to: '/' }
})
