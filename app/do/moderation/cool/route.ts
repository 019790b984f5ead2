import { coolPath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { coolThread } from '@/forum/moderation/cooling'
import { CoolThread } from '@/forum/moderation/input'

export const POST = form(
  { name: 'cool-thread', schema: CoolThread, page: ({ paragraphId = '' }) => coolPath(paragraphId) },
  async ({ viewer, input }) => {
    await coolThread(viewer, input)
    return { to: `${coolPath(input.paragraphId)}?saved=1` }
  },
)
