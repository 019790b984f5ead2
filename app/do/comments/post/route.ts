import { commentPath } from '@/app/_web/address'
import { PostCommentForm, writingPage } from '@/app/_web/comment-forms'
import { form } from '@/app/_web/form'
import { postForm } from '@/forum/comments/mutations'
import { Refusal } from '@/forum/refusal'

export const POST = form(
  { name: 'comment', schema: PostCommentForm, page: writingPage },
  async ({ viewer, input: { paragraphId, intent: _, ...input }, fields }) => {
    const { id, otherWords } = await postForm(viewer, paragraphId, input)
    if (otherWords) {
      // Shown again it is another form: sent once more, it makes a comment of its own.
      fields.clientId = ''
      throw new Refusal('already-posted', { field: 'body' })
    }
    return { to: commentPath(id) }
  },
)
