import { inLanguage } from '@/app/_web/address'
import { intendLink } from '@/app/_web/auth/link-intent'
import { askNextAuth, errorAt, runningOptions } from '@/app/_web/auth/next-auth'
import { oauthProviders } from '@/app/_web/auth/providers'
import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { admitProvider } from '@/forum/people/magic-links'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { ConnectAccount } from '@/forum/security/input'

export const POST = form(
  { name: 'link', schema: ConnectAccount, page: () => '/settings/security' },
  async ({ viewer, network, input, language }) => {
    allow('self.change', viewer)
    if (!oauthProviders().some((provider) => provider.id === input.provider)) throw new Refusal('not-found')
    await requireProof()
    await admitProvider(network)
    await intendLink(viewer.id, input.provider)
    const to = await askNextAuth({
      action: 'signin',
      provider: input.provider,
      fields: { callbackUrl: inLanguage(language, '/settings/security') },
      options: runningOptions(),
    })
    return errorAt(to) ? { to: '/settings/security?done=notConnected' } : { to: to.href, asItIs: true }
  },
)
