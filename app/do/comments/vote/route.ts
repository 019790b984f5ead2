import { commentPath } from '@/app/_web/address'
import { VoteForm } from '@/app/_web/comment-forms'
import { form } from '@/app/_web/form'
import { unvote, vote } from '@/forum/votes/mutations'

export const POST = form(
  {
    name: 'vote',
    schema: VoteForm,
    page: (fields) => `${commentPath(encodeURIComponent(fields.commentId ?? ''))}/vote`,
  },
  async ({ viewer, input }) => {
    if (input.on === '1') await vote(viewer, input.commentId)
    else await unvote(viewer, input.commentId)
    return { to: commentPath(input.commentId) }
  },
)
