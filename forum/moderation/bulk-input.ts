import { z } from 'zod'
import { AskedHandle } from '@/forum/people/input'
import { typed } from '@/forum/text'
import { LIST_PLACE, READY_REASONS, REASON_MAX, REASON_MIN } from './input'

/** A ticked case is a field of its own, `case-ID` with "version.revision": what was on the screen when it was ticked. */
const TICKED = 'case-'
const Tick = z.string().regex(/^[1-9]\d{0,8}\.[1-9]\d{0,8}$/)

export const BulkForm = z
  .object({
    act: z.enum(['approve', 'remove']),
    ready: z.enum(['', ...READY_REASONS]).default(''),
    reason: typed({ max: REASON_MAX }).default(''),
    /** All open cases about this person's comments instead of the ticked ones. */
    person: z.union([z.literal(''), AskedHandle]).default(''),
    /** The rule on whose page the cases were ticked, and which is shown again when something is missing. */
    rule: z.union([z.literal(''), z.uuid()]).default(''),
    ...LIST_PLACE,
  })
  .catchall(Tick)
  .refine((given) => given.ready !== '' || given.reason.trim().length >= REASON_MIN, { path: ['reason'] })

export function tickOf(line: { id: string; version: number; revision: number }) {
  return { name: `${TICKED}${line.id}`, value: `${line.version}.${line.revision}` }
}

/** What is no case's id selects nothing. */
export function selectedIn(ticks: Record<string, unknown>) {
  return Object.entries(ticks).flatMap(([name, value]) => {
    const id = z.uuid().safeParse(name.startsWith(TICKED) ? name.slice(TICKED.length) : '')
    const [version = 0, commentRevision = 0] = String(value).split('.').map(Number)
    return id.success ? [{ id: id.data, version, commentRevision }] : []
  })
}
