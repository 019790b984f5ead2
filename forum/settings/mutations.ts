import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import type { Tx } from '@/lib/db'
import { readSetting, type Setting, type SettingName, writeSetting } from './settings'

/**
 * Sets what the owner decides for the whole forum. The public log gets an entry for every value that is another one now.
 * @throws Refusal not-found, sign-in-required, suspended; second-missing when the owner would shut themselves out
 */
export async function changeSettings(viewer: Viewer, wanted: { [N in SettingName]?: Setting<N> }): Promise<void> {
  allow('setting.change', viewer)
  await change(
    async (tx) => {
      // Two owners at once: the second one's entries tell what the first one left.
      await tx.$executeRaw`LOCK TABLE "Setting" IN SHARE ROW EXCLUSIVE MODE`
      if (wanted.moderators?.secondStep) await requireOwnSecondStep(tx, viewer.id)
      for (const name of Object.keys(wanted)) {
        if (!isName(name, wanted)) continue
        const after = wanted[name]
        if (!after) continue
        const before = new Map<string, unknown>(Object.entries(await readSetting(name, tx)))
        for (const [field, value] of Object.entries(after)) {
          const [from, to] = [said(before.get(field)), said(value)]
          if (from === to) continue
          await writeLog(tx, {
            act: 'setting.change',
            subject: `${name}.${field}`,
            byId: viewer.id,
            details: { setting: `${name}.${field}`, from, to },
          })
        }
        await writeSetting(tx, name, after)
      }
    },
    { log: true },
  )
}

async function requireOwnSecondStep(tx: Tx, personId: string): Promise<void> {
  const { twoSteps } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { twoSteps: true } })
  if (!twoSteps) throw new Refusal('second-missing', { field: 'secondStep' })
}

const isName = (name: string, wanted: object): name is SettingName => Object.hasOwn(wanted, name)

/** A value as the log shows it. */
function said(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : 'off'
  if (value === null || value === undefined || value === false) return 'off'
  if (value === true) return 'on'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
