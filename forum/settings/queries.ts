import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { readSetting } from './settings'

export type ModerationSettings = Awaited<ReturnType<typeof readModerationSettings>>

/** What the owner decides about moderation and newcomers. @throws Refusal not-found, sign-in-required, suspended */
export async function readModerationSettings(viewer: Viewer) {
  allow('setting.change', viewer)
  const [screening, flags, moderators, signUp] = await Promise.all([
    readSetting('screening'),
    readSetting('flags'),
    readSetting('moderators'),
    readSetting('signUp'),
  ])
  return { screening, flags, moderators, signUp }
}
