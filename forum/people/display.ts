import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { ChooseDisplay } from './input'

/** How pages look to somebody, wherever they sign in; null for guests and until they chose. */
export async function readDisplay(viewer: Viewer): Promise<ChooseDisplay | null> {
  if (viewer.role === 'guest') return null
  const kept = await db.person.findUnique({
    where: { id: viewer.id },
    select: { theme: true, textSize: true, marks: true, keys: true },
  })
  const onOrOff = (on: boolean | undefined) => (on ? 'on' : 'off')
  return ChooseDisplay.safeParse({ ...kept, marks: onOrOff(kept?.marks), keys: onOrOff(kept?.keys) }).data ?? null
}

/** Kept with the account. Of a guest only their device knows. */
export async function keepDisplay(viewer: Viewer, { marks, keys, ...look }: ChooseDisplay): Promise<void> {
  if (viewer.role === 'guest') return
  allow('self.change', viewer)
  await db.person.update({
    where: { id: viewer.id },
    data: { ...look, marks: marks === 'on', keys: keys === 'on' },
    select: { id: true },
  })
}
