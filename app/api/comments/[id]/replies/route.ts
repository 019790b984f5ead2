import { ById } from '@/app/_web/addressed'
import { CommentPageAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { RepliesPage } from '@/forum/comments/input'
import { readReplies } from '@/forum/comments/queries'

export const GET = api(
  {
    summary: 'The direct replies of a comment, oldest first',
    params: ById,
    query: RepliesPage,
    answer: CommentPageAnswer,
  },
  ({ viewer, params, query }) => readReplies(viewer, params.id, query),
)
