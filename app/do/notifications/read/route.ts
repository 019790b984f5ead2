import { form } from '@/app/_web/form'
import { MarkRead } from '@/forum/notifications/input'
import { markAllRead } from '@/forum/notifications/mutations'

export const POST = form(
  { name: 'notifications-read', schema: MarkRead, page: () => '/notifications' },
  async ({ viewer, input }) => {
    await markAllRead(viewer, input)
    return { to: '/notifications' }
  },
)
