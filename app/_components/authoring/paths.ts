import { essayPath } from '@/app/_web/address'

export const AUTHORING = '/authoring'
export const revisePath = (slug: string) => `${essayPath(slug)}/revise`
export const preflightPath = (slug: string) => `${revisePath(slug)}/preflight`
export const settingsPath = (slug: string) => `${essayPath(slug)}/settings`
/** What an author's text is called on their device. */
export const draftName = (essayId: string) => `revise:${essayId}`
