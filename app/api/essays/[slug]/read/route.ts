import { BySlug } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { markEssayRead } from '@/forum/unread/mutations'

export const PUT = api(
  { summary: 'No comment of the essay is new to the caller any more', params: BySlug, status: 204 },
  ({ viewer, params }) => markEssayRead(viewer, params.slug),
)
