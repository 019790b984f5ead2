import { ById } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { readMine } from '@/forum/comments/mine'

export const GET = api(
  {
    summary: "What is the caller's own in a thread: votes, and removed and held comments with the reason",
    params: ById,
  },
  ({ viewer, params }) => readMine(viewer, params.id),
)
