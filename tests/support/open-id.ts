import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export type OpenId = { issuer: string; close: () => Promise<void> }

export const CLIENT = { id: 'marginalia', secret: 'a secret between the two of them' }

/**
 * An OpenID provider as others run it, with its own pages. Whoever types a name signs in there as that; a name with `+proved`
 * has an address that the provider vouches for, the others' it only knows.
 */
export async function openOpenId(forum: string): Promise<OpenId> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const issuer = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${forum}/api/auth/callback/oidc`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['of this test'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: id.split('@')[0]?.replace('+proved', ''),
        email: id.replace('+proved', ''),
        email_verified: id.includes('+proved'),
      }),
    }),
  })
  server.on('request', provider.callback())
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
