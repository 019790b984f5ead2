import { paragraphPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { chooseThread } from '@/forum/notifications/choices'
import { ChooseThread } from '@/forum/notifications/input'

export const POST = form(
  {
    name: 'thread-choice',
    schema: ChooseThread,
    page: ({ paragraphId = '' }) => `${paragraphPath(encodeURIComponent(paragraphId))}/watch`,
  },
  async ({ viewer, input }) => {
    await chooseThread(viewer, input)
    return { to: `${paragraphPath(input.paragraphId)}/watch?saved=1` }
  },
)
