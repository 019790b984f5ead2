import { z } from 'zod'

/** An empty variable counts as one that is not set: compose files and .env templates leave such lines behind. */
const text = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value))

const Environment = z.object({
  DATABASE_URL: text,
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: text.transform((value) => value ?? '127.0.0.1'),
  /** Where readers find the forum: scheme, host, port. Cookies are `Secure` when it begins with https. */
  NEXTAUTH_URL: text.transform((value) => value ?? 'http://localhost:3000').pipe(z.url()),
  NEXTAUTH_SECRET: text.transform((value) => value ?? ''),
  /** The language of addresses without a prefix. */
  FORUM_LANGUAGE: text.transform((value) => value ?? 'en').pipe(z.enum(['en', 'zh'])),
  FORUM_NAME: text.transform((value) => value ?? 'Marginalia'),
  SMTP_URL: text,
  MAIL_FROM: text,
  GITHUB_ID: text,
  GITHUB_SECRET: text,
  GOOGLE_ID: text,
  GOOGLE_SECRET: text,
  OIDC_ISSUER: text,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text,
  /** How many proxies stand in front of us: that many entries of X-Forwarded-For, counted from the right, are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where files are kept that are no rows. */
  MARGINALIA_DATA: text.transform((value) => value ?? '.data'),
  LIMITS: text.transform((value) => value ?? 'on').pipe(z.enum(['on', 'off'])),
})

export type Environment = z.infer<typeof Environment>

let parsed: Environment | undefined

/** The environment, parsed at first use: a build has none of it, a server all. @throws Error naming the variable. */
export function env(): Environment {
  if (parsed) return parsed
  const result = Environment.safeParse(process.env)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    throw new Error(`The environment is not usable. ${wrong}`)
  }
  if (result.data.LIMITS === 'off' && !isLoopback(result.data.HOST))
    throw new Error('LIMITS=off is for measuring and works only while HOST is a loopback address.')
  parsed = result.data
  return parsed
}

function isLoopback(host: string) {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
