/** What tests/support/open-id.ts uses of it; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Found = { accountId: string; claims: () => { sub: string } & Record<string, unknown> }
  type Configuration = {
    clients: Record<string, string | string[]>[]
    conformIdTokenClaims: boolean
    claims: Record<string, string[]>
    cookies: { keys: string[] }
    findAccount: (context: unknown, id: string) => Found
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
  }
}
