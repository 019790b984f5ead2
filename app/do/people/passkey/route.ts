import { arrive } from '@/app/_web/auth/arrive'
import { sessionToken } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { readHalfway } from '@/forum/people/sessions'
import { ShowPasskey } from '@/forum/security/input'
import { checkPasskey } from '@/forum/security/passkeys'

const page = (fields: Record<string, string>) => withThen('/sign-in', thenPath(fields.back))

/** A passkey, alone or as the second step. */
export const POST = form({ name: 'passkey', schema: ShowPasskey, page }, async ({ network, input }) => {
  const halfway = await readHalfway(await sessionToken())
  const { personId } = await checkPasskey(network, input.credential, halfway?.personId ?? null)
  return arrive(personId, input.back, true)
})
