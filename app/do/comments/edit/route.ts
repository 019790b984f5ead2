import { commentPath } from '@/app/_web/address'
import { EditCommentForm, editingPage } from '@/app/_web/comment-forms'
import { form } from '@/app/_web/form'
import { editComment } from '@/forum/comments/mutations'

export const POST = form(
  { name: 'comment', schema: EditCommentForm, page: editingPage },
  async ({ viewer, input: { commentId, body, revision } }) => {
    await editComment(viewer, commentId, { body, revision })
    return { to: commentPath(commentId) }
  },
)
