import { BySlug } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { StandingQuery } from '@/forum/unread/input'
import { readStanding } from '@/forum/unread/queries'

export const GET = api(
  {
    summary: 'How many comments each paragraph has now, and how many of them are new to the caller (at most 100)',
    params: BySlug,
    query: StandingQuery,
  },
  ({ viewer, params, query }) => readStanding(viewer, params.slug, query),
)
