import { ById } from '@/app/_web/addressed'
import { CommentAnswer, CommentPageAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { PostComment, ThreadPage } from '@/forum/comments/input'
import { postComment } from '@/forum/comments/mutations'
import { readComment, readThread } from '@/forum/comments/queries'

export const GET = api(
  {
    summary: "A page of a paragraph's thread: top-level comments in the order asked for, each with its first replies",
    params: ById,
    query: ThreadPage,
    answer: CommentPageAnswer,
  },
  ({ viewer, params, query }) => readThread(viewer, params.id, query),
)

export const POST = api(
  {
    summary: 'Post a comment or, with parentId, a reply. The same clientId again is the same comment',
    params: ById,
    body: PostComment,
    status: 201,
    answer: CommentAnswer,
  },
  async ({ viewer, params, body }) => readComment(viewer, (await postComment(viewer, params.id, body)).id),
)
