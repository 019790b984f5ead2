import { BySlug } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { eventStream } from '@/app/_web/event-stream'
import { readEssay } from '@/forum/essay/queries'

export const GET = api(
  { summary: 'Server-sent events: which thread of the essay changed', params: BySlug },
  async ({ params, request }) => eventStream((await readEssay(params.slug)).id, request.signal),
)
