import { form } from '@/app/_web/form'
import { markAllRead } from '@/forum/notifications/mutations'
import { NoInput } from '@/forum/people/input'

export const POST = form(
  { name: 'notifications-read', schema: NoInput, page: () => '/notifications' },
  async ({ viewer }) => {
    await markAllRead(viewer)
    return { to: '/notifications' }
  },
)
