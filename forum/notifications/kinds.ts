/** What a person may be told of, and how soon a mail tells it to those who chose nothing. */
export const DEFAULT_PACES = {
  reply: 'now',
  mention: 'now',
  decision: 'now',
  credit: 'daily',
  changed: 'daily',
  watched: 'daily',
  report: 'daily',
} as const

export type MailKind = keyof typeof DEFAULT_PACES
export const MAIL_KINDS = Object.keys(DEFAULT_PACES) as MailKind[]

export const PACES = ['now', 'daily', 'weekly', 'never'] as const
export type Pace = (typeof PACES)[number]

/** A kind that has no choice yet is told at once. */
export function defaultPace(kind: string): Pace {
  return new Map<string, Pace>(Object.entries(DEFAULT_PACES)).get(kind) ?? 'now'
}
