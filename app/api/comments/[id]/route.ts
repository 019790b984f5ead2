import { ById } from '@/app/_web/addressed'
import { CommentAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { EditComment } from '@/forum/comments/input'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import { readComment } from '@/forum/comments/queries'

export const GET = api({ summary: 'One comment', params: ById, answer: CommentAnswer }, ({ viewer, params }) =>
  readComment(viewer, params.id),
)

export const PATCH = api(
  { summary: "Edit one's own comment, for 24 hours", params: ById, body: EditComment, answer: CommentAnswer },
  async ({ viewer, params, body }) => readComment(viewer, (await editComment(viewer, params.id, body)).id),
)

export const DELETE = api({ summary: "Delete one's own comment", params: ById, status: 204 }, ({ viewer, params }) =>
  deleteComment(viewer, params.id),
)
