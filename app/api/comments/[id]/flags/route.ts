import { ById } from '@/app/_web/addressed'
import { MadeAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { FlagComment } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'

export const POST = api(
  { summary: 'Report a comment to the moderators', params: ById, body: FlagComment, status: 201, answer: MadeAnswer },
  ({ viewer, params, body }) => flagComment(viewer, params.id, body),
)
