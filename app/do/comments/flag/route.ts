import { commentPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { FlagForm } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'

export const POST = form(
  {
    name: 'flag-comment',
    schema: FlagForm,
    page: (fields) => `${commentPath(encodeURIComponent(fields.commentId ?? ''))}/flag`,
  },
  async ({ viewer, input: { commentId, ...flag } }) => {
    await flagComment(viewer, commentId, flag)
    return { to: `${commentPath(commentId)}/flagged` }
  },
)
