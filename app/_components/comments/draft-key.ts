import { commentPath, paragraphPath } from '@/app/_web/address'

/** What a draft is called on this device: the paragraph, and the comment that is answered. */
export const draftKey = (paragraphId: string, parentId: string | undefined) => `${paragraphId}:${parentId ?? ''}`

/** The page whose form goes on with it. */
export const draftPage = (paragraphId: string, parentId: string | undefined) =>
  parentId ? `${commentPath(parentId)}/reply` : `${paragraphPath(paragraphId)}/write`
