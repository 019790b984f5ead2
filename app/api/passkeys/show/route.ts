import { api } from '@/app/_web/api'
import { networkOf } from '@/app/_web/network'
import { optionsToShow } from '@/forum/security/passkeys'

export const POST = api({ summary: 'What a browser needs to sign in with a passkey (WebAuthn)' }, ({ request }) =>
  optionsToShow(networkOf(request)),
)
