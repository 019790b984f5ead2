import { form } from '@/app/_web/form'
import { unsubscribe } from '@/forum/notifications/choices'
import { Unsubscribe } from '@/forum/notifications/input'

export const POST = form(
  {
    name: 'unsubscribe',
    schema: Unsubscribe,
    page: ({ token = '' }) => `/unsubscribe?token=${encodeURIComponent(token)}`,
  },
  async ({ input }) => {
    await unsubscribe(input)
    return { to: '/unsubscribe?done=1' }
  },
)
