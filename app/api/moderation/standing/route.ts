import { z } from 'zod'
import { api } from '@/app/_web/api'
import { LiveAddress, readLive } from '@/forum/moderation/live'

const Answer = z.object({
  handled: z.array(z.object({ id: z.uuid(), act: z.string(), by: z.string() })),
  count: z.int(),
})

export const GET = api(
  {
    summary: 'For moderators: which of the cases of a page were decided meanwhile, by whom, and how many its list has',
    query: LiveAddress,
    answer: Answer,
  },
  ({ viewer, query }) => readLive(viewer, query),
)
