import { commentPath } from '@/app/_web/address'
import { PostCommentForm, writingPage } from '@/app/_web/comment-forms'
import { form } from '@/app/_web/form'
import { postComment } from '@/forum/comments/mutations'
import { sameFormId } from '@/forum/comments/same-form'

export const POST = form(
  { name: 'comment', schema: PostCommentForm, page: writingPage },
  async ({ viewer, input: { paragraphId, intent: _, ...input } }) => {
    const clientId = input.clientId || sameFormId(paragraphId, input)
    const { id } = await postComment(viewer, paragraphId, { ...input, clientId })
    return { to: commentPath(id) }
  },
)
