import type { Prisma } from '@/lib/db'

/** What has to be read of a paragraph to say whether its discussion is slowed. */
export const SLOW = { slowSeconds: true, slowUntil: true, slowNote: true } as const satisfies Prisma.ParagraphSelect

type Slowed = { slowSeconds: number | null; slowUntil: Date | null; slowNote: string | null }

/** Slow mode as readers are told of it: seconds between two comments of one person, ISO time of its end; null when there is none. */
export function slowNow({ slowSeconds, slowUntil, slowNote }: Slowed, now = new Date()) {
  if (slowSeconds === null || (slowUntil !== null && slowUntil <= now)) return null
  return { seconds: slowSeconds, until: slowUntil?.toISOString() ?? null, note: slowNote }
}

export type Slow = NonNullable<ReturnType<typeof slowNow>>
