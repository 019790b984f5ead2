import { api } from '@/app/_web/api'
import { sessionToken } from '@/app/_web/auth/session'
import { networkOf } from '@/app/_web/network'
import { readHalfway } from '@/forum/people/sessions'
import { optionsToShow } from '@/forum/security/passkeys'

export const POST = api(
  { summary: 'What a browser needs to sign in with a passkey (WebAuthn)' },
  async ({ request }) => {
    const halfway = await readHalfway(await sessionToken())
    return optionsToShow(networkOf(request), halfway?.personId ?? null)
  },
)
