import { api } from '@/app/_web/api'
import { requireProof } from '@/app/_web/auth/session'
import { optionsToMake } from '@/forum/security/passkeys'

export const POST = api({ summary: 'What a browser needs to make a passkey (WebAuthn)' }, async ({ viewer }) => {
  const options = await optionsToMake(viewer)
  await requireProof()
  return options
})
