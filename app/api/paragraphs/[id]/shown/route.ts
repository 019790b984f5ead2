import { ById } from '@/app/_web/addressed'
import { ShownAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { ShownQuery } from '@/forum/comments/input'
import { readShown } from '@/forum/comments/shown'

export const GET = api(
  {
    summary: 'What became of comments that a page shows: those that read otherwise now, and which are gone',
    params: ById,
    query: ShownQuery,
    answer: ShownAnswer,
  },
  ({ viewer, params, query }) => readShown(viewer, params.id, query),
)
