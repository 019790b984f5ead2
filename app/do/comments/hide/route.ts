import { commentPath, paragraphPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { hidePending } from '@/forum/moderation/hide-pending'
import { HidePending } from '@/forum/moderation/input'

const page = (fields: { commentId?: string }) => `${commentPath(encodeURIComponent(fields.commentId ?? ''))}/flag`

export const POST = form({ name: 'hide-comment', schema: HidePending, page }, async ({ viewer, input }) => {
  const { paragraphId } = await hidePending(viewer, input)
  return { to: paragraphPath(paragraphId) }
})
