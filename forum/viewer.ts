/** What keeps a newcomer from writing, and why where somebody said so. */
export type Bar = { code: 'address-unproven' | 'approval-awaited' | 'approval-refused'; reason: string | null }

/** On whose behalf something runs. A guest is a viewer too. */
export type Guest = { role: 'guest'; id: null; handle: null; suspendedUntil: null }

export type SignedIn = {
  role: 'member' | 'moderator' | 'owner'
  /** Of whoever moderates: in which essays, by their ids. Nobody's role is one for certain essays but a moderator's. */
  moderates: 'all' | readonly string[]
  id: string
  handle: string
  displayName: string
  suspendedUntil: Date | null
  /** Why; null while nobody is suspended. */
  suspendedFor: string | null
  /** Has been given another role, and is a member until sign-in asks them for a second step, as the owner wants it. */
  owesSecondStep: boolean
  /** Null for whoever came in simply, or has been let in. */
  barred: Bar | null
}

export type Viewer = Guest | SignedIn

export const GUEST: Guest = { role: 'guest', id: null, handle: null, suspendedUntil: null }
