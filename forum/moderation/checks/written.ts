import type { Standing } from '@/forum/people/trust'
import { may } from '@/forum/policy'
import type { RefusalCode } from '@/forum/refusal'
import type { SignedIn } from '@/forum/viewer'

/** What somebody is about to publish, and where. */
export type Written = {
  by: SignedIn & Standing
  body: string
  html: string
  thread: {
    id: string
    essayId: string
    authorIds: readonly string[]
    slowSeconds: number | null
    slowUntil: Date | null
  }
  /** What it answers. */
  parent: { rootId: string; path: string } | null
  /** An edit of words that stand already: checks of pace have nothing to say. */
  isEdit: boolean
}

/** `code`: the check's name, or the rule's. `reason`: the rule's own words for it, which everybody may read. */
export type Hold = {
  source: 'check' | 'rule'
  code: string
  rule?: { id: string; version: number }
  reason?: string
}

/** A rule that found what it looks for, also where it only watches. */
export type Caught = { ruleId: string; version: number; stage: 'shadow' | 'live' }

/** null: nothing to say. `hold`: a moderator looks first. `refuse`: it is not taken, for a reason and until a time. */
export type Verdict =
  | { hold: Hold }
  | { refuse: RefusalCode; facts?: Record<string, string | number> }
  | { caught: Caught }
  | null

type Looked = Verdict | Verdict[]

export type Check = { name: string; look: (written: Written) => Promise<Looked> | Looked }

export const holdFor = (code: string): { hold: Hold } => ({ hold: { source: 'check', code } })

/** Those who answer for a discussion are not paced in it. */
export function answersForIt({ by, thread }: Written): boolean {
  return may('essay.moderate', by, thread) || thread.authorIds.includes(by.id)
}

export const secondsUntil = (time: number) => Math.max(1, Math.ceil((time - Date.now()) / 1000))
