// A scenario is a script: who says what, where and when. Times are hours before the moment of seeding, so that a
// seeded forum always looks alive.

export type Person = { key: string; handle: string; displayName: string; language: 'en' | 'zh-CN' }

// `on` is the key of the comment this one answers; it comes earlier in the list. `quote` is in the paragraph word for word.
export type Said = {
  key: string
  by: string
  paragraph: 1 | 2 | 3
  on?: string
  quote?: string
  body: string
  hoursAgo: number
}

export type Flagged = {
  by: string
  on: string
  reason: 'spam' | 'unkind' | 'off-topic' | 'illegal' | 'other'
  note?: string
}

export type Decided = { by: string; on: string; act: 'approve' | 'remove'; reason: string }
