import { arrive } from '@/app/_web/auth/arrive'
import { form } from '@/app/_web/form'
import { welcomePage } from '@/app/_web/welcome'
import { UseLink } from '@/forum/people/input'
import { spendSignInLink } from '@/forum/people/links'

export const POST = form({ name: 'use-link', schema: UseLink, page: welcomePage }, async ({ input }) => {
  const { personId } = await spendSignInLink(input.secret)
  return arrive(personId, undefined)
})
