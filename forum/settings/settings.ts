import { z } from 'zod'
import { SIGN_UP_WAYS } from '@/forum/admission/ways'
import { FLAG_REASONS } from '@/forum/moderation/input'
import { db, type Tx } from '@/lib/db'

/**
 * What the owner decides for the whole forum: a row of "Setting" each, with its shape and its defaults here. A field that a
 * stored value does not have yet takes its default, so that a new one needs no migration.
 */
export const SETTINGS = {
  screening: z.strictObject({
    /** A person's comments wait for a moderator until two of them were approved. */
    holdFirst: z.boolean().default(false),
  }),
  flags: z.strictObject({
    /** Reports that weigh so much together hide a comment until a moderator has looked; null: they never do. */
    hideAt: z.number().min(1).max(1_000).nullable().default(5),
    /** Those a reader can choose from. "Something else" is always there. */
    reasons: z.array(z.enum(FLAG_REASONS)).default([...FLAG_REASONS]),
  }),
  moderators: z.strictObject({
    /** Whoever is more than a member is a member until they sign in with two steps. */
    secondStep: z.boolean().default(false),
  }),
  signUp: z.strictObject({
    way: z.enum(SIGN_UP_WAYS).default('open'),
    /** Whose addresses let newcomers in where the way is `domain`; see forum/admission/domains.ts. */
    domains: z.array(z.string()).default([]),
    /** Addresses at services that hand them out for minutes let nobody in. */
    refuseDisposable: z.boolean().default(false),
    /** Where everybody comes in, a browser shows some work first; whoever shows none waits for a moderator. */
    proofOfWork: z.boolean().default(false),
  }),
} as const satisfies Record<string, z.ZodType>

export type SettingName = keyof typeof SETTINGS
export type Setting<N extends SettingName> = z.output<(typeof SETTINGS)[N]>

/** @throws ZodError for a stored value that cannot be one: a defect, not a default */
export async function readSetting<N extends SettingName>(name: N, at: Tx = db): Promise<Setting<N>> {
  const row = await at.setting.findUnique({ where: { key: name }, select: { value: true } })
  return parseSetting(name, row?.value ?? {})
}

export async function writeSetting<N extends SettingName>(tx: Tx, name: N, value: Setting<N>): Promise<void> {
  await tx.setting.upsert({
    where: { key: name },
    create: { key: name, value },
    update: { value },
    select: { key: true },
  })
}

function parseSetting<N extends SettingName>(name: N, value: unknown): Setting<N>
function parseSetting(name: SettingName, value: unknown) {
  return SETTINGS[name].parse(value)
}
