import type { NextAuthOptions } from 'next-auth'
import Email from 'next-auth/providers/email'
import GitHub, { type GithubEmail } from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { MAGIC_LINK_SECONDS } from '@/forum/people/magic-links'
import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { env } from '@/lib/env'
import { canMail } from '@/lib/mail'
import type { Language } from '@/messages/language'
import { sendMagicLink } from './magic-link-mail'

type Provider = NextAuthOptions['providers'][number]
type Claims = {
  sub: string
  name?: string
  preferred_username?: string
  email?: string
  email_verified?: boolean
}

/**
 * The ways in that are configured, besides e-mail and password. Accounts are never linked because their e-mails are
 * equal, and an e-mail is taken from a provider only when it says that it has checked it.
 * @param language of the mail with a magic link
 * @param invitation that goes with it
 */
export function providers(language: Language = DEFAULT_LANGUAGE, invitation: string | null = null): Provider[] {
  return [...oauthProviders(), ...(canMail() ? [magicLink(language, invitation)] : [])]
}

/** Those whose flow a button begins. */
export function oauthProviders(): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env()
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  const found: Provider[] = []
  if (GITHUB_ID && GITHUB_SECRET) found.push(gitHub({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET }))
  if (GOOGLE_ID && GOOGLE_SECRET)
    found.push(Google({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET, profile: personOf }))
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)
    found.push(
      openId(OIDC_ISSUER, OIDC_NAME ?? new URL(OIDC_ISSUER).hostname, {
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
      }),
    )
  return found
}

type Client = { clientId: string; clientSecret: string }

function gitHub(client: Client): Provider {
  return GitHub({
    ...client,
    userinfo: {
      url: 'https://api.github.com/user',
      // next-auth's own takes the first address, checked or not.
      async request({ client: gitHubClient, tokens }) {
        const profile = await gitHubClient.userinfo(tokens.access_token ?? '')
        const answer = await fetch('https://api.github.com/user/emails', {
          headers: { authorization: `token ${tokens.access_token}` },
        })
        const emails: GithubEmail[] = answer.ok ? await answer.json() : []
        return { ...profile, email: emails.find((email) => email.primary && email.verified)?.email }
      },
    },
  })
}

function openId(issuer: string, name: string, client: Client): Provider {
  const config: OAuthConfig<Claims> = {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: personOf,
    ...client,
  }
  return config
}

function personOf(claims: Claims) {
  return {
    id: claims.sub,
    name: claims.name ?? claims.preferred_username,
    email: claims.email_verified === true ? claims.email : undefined,
  }
}

function magicLink(language: Language, invitation: string | null) {
  return Email({
    maxAge: MAGIC_LINK_SECONDS,
    // forum/people/input.ts has normalised it.
    normalizeIdentifier: (email) => email,
    sendVerificationRequest: ({ identifier, url, token }) =>
      sendMagicLink({ to: identifier, token, callback: url, language, invitation }),
  })
}
