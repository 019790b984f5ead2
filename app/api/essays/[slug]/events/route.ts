import { BySlug } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { eventStream } from '@/app/_web/event-stream'
import { networkOf } from '@/app/_web/network'
import { takeSeat } from '@/app/_web/stream-seats'
import { findEssayId } from '@/forum/essay/queries'
import { mayHear } from '@/forum/essay/stream'

export const GET = api(
  { summary: 'Server-sent events: which thread of the essay changed; Last-Event-ID catches up', params: BySlug },
  async ({ viewer, params, request, again }) => {
    const essayId = await findEssayId(viewer, params.slug)
    return eventStream({
      essayId,
      signal: request.signal,
      lastEventId: request.headers.get('last-event-id'),
      permission: async () => mayHear(await again(), essayId),
      onEnd: takeSeat(viewer, networkOf(request)),
    })
  },
)
