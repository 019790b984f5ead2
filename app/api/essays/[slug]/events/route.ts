import { BySlug } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { eventStream } from '@/app/_web/event-stream'
import { findEssayId } from '@/forum/essay/queries'
import { mayHear } from '@/forum/essay/stream'

export const GET = api(
  { summary: 'Server-sent events: which thread of the essay changed', params: BySlug },
  async ({ viewer, params, request, again }) => {
    const essayId = await findEssayId(viewer, params.slug)
    return eventStream(essayId, request.signal, async () => mayHear(await again(), essayId))
  },
)
