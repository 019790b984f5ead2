import { commentPath } from '@/app/_web/address'
import { OneComment } from '@/app/_web/comment-forms'
import { form } from '@/app/_web/form'
import { deleteComment } from '@/forum/comments/mutations'

export const POST = form(
  {
    name: 'delete-comment',
    schema: OneComment,
    page: (fields) => `${commentPath(encodeURIComponent(fields.commentId ?? ''))}/delete`,
  },
  async ({ viewer, input }) => {
    const { paragraphId } = await deleteComment(viewer, input.commentId)
    // The comment's own address may lead nowhere now.
    return { to: `/p/${paragraphId}` }
  },
)
