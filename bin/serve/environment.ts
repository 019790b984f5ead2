import type { Secrets } from './secrets'
import type { Settings } from './settings'

/** The variables that the forum's own code reads (lib/env) and that we decide; the others pass through. */
export function environmentOf(settings: Settings, secrets: Secrets, databaseUrl: string, dev: boolean) {
  return {
    NODE_ENV: dev ? ('development' as const) : ('production' as const),
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: settings.forumUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.sessionSecret,
    PORT: String(settings.port),
    HOST: settings.host,
    MARGINALIA_DATA: settings.dataFolder,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
