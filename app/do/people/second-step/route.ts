import { arrive } from '@/app/_web/auth/arrive'
import { sessionToken } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { readHalfway } from '@/forum/people/sessions'
import { Refusal } from '@/forum/refusal'
import { SecondStep } from '@/forum/security/input'
import { checkSecondStep } from '@/forum/security/second-step'

const page = (fields: Record<string, string>) => withThen('/sign-in/second', thenPath(fields.back))

/** With the second thing the session is begun anew: the token that was known before is none any more. */
export const POST = form({ name: 'second-step', schema: SecondStep, page }, async ({ input }) => {
  const halfway = await readHalfway(await sessionToken())
  if (!halfway) throw new Refusal('sign-in-required')
  await checkSecondStep(halfway.personId, input.code)
  return arrive(halfway.personId, input.back, true)
})
