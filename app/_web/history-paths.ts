import { essayPath } from './address'

// Where the earlier revisions of an essay stand, without language prefix.

export const historyPath = (slug: string) => `${essayPath(slug)}/history`
export const comparePath = (slug: string) => `${historyPath(slug)}/compare`
export const comparedPath = (slug: string, from: number, to: number) => `${comparePath(slug)}?from=${from}&to=${to}`
export const revisionPath = (slug: string, number: number) => `${historyPath(slug)}/${number}`
export const threadAsOfPath = (slug: string, number: number, ordinal: number) =>
  `${revisionPath(slug, number)}/p/${ordinal}`
