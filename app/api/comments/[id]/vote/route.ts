import { ById } from '@/app/_web/addressed'
import { CommentAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { readComment } from '@/forum/comments/queries'
import { unvote, vote } from '@/forum/votes/mutations'

export const PUT = api(
  { summary: 'Vote for a comment; one vote a person', params: ById, answer: CommentAnswer },
  async (asked) => readComment(asked.viewer, (await vote(asked.viewer, asked.params.id)).id),
)

export const DELETE = api({ summary: "Take one's vote back", params: ById, answer: CommentAnswer }, async (asked) =>
  readComment(asked.viewer, (await unvote(asked.viewer, asked.params.id)).id),
)
