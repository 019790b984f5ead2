import { ById } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { SeenUntil } from '@/forum/unread/input'
import { markSeen } from '@/forum/unread/mutations'

export const PUT = api(
  {
    summary: 'The caller has seen the comments of a paragraph up to an arrival',
    params: ById,
    body: SeenUntil,
    status: 204,
  },
  ({ viewer, params, body }) => markSeen(viewer, params.id, body.until),
)
