import { ById } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { FreshQuery } from '@/forum/unread/input'
import { readFresh } from '@/forum/unread/queries'

export const GET = api(
  {
    summary: 'Which comments of a paragraph are new to the caller, in the order of their arrival',
    params: ById,
    query: FreshQuery,
  },
  ({ viewer, params, query }) => readFresh(viewer, params.id, query),
)
