import { askNextAuth, errorAt, runningOptions } from '@/app/_web/auth/next-auth'
import { oauthProviders } from '@/app/_web/auth/providers'
import { form } from '@/app/_web/form'
import { thenPath, withThen } from '@/app/_web/then'
import { StartProvider } from '@/forum/people/input'
import { admitProvider } from '@/forum/people/magic-links'
import { Refusal } from '@/forum/refusal'

const page = (fields: Record<string, string>) => withThen('/sign-in', thenPath(fields.back))

export const POST = form({ name: 'provider', schema: StartProvider, page }, async ({ network, input }) => {
  if (!oauthProviders().some((provider) => provider.id === input.provider)) throw new Refusal('not-found')
  await admitProvider(network)
  const then = thenPath(input.back)
  const to = await askNextAuth({
    action: 'signin',
    provider: input.provider,
    fields: { callbackUrl: then },
    options: runningOptions(),
  })
  const error = errorAt(to)
  return error ? { to: withThen(`/sign-in?error=${error}`, then) } : { to: to.href, asItIs: true }
})
