import { form } from '@/app/_web/form'
import { choosePaces } from '@/forum/notifications/choices'
import { ChoosePaces } from '@/forum/notifications/input'

export const POST = form(
  { name: 'notification-paces', schema: ChoosePaces, page: () => '/settings/notifications' },
  async ({ viewer, input }) => {
    await choosePaces(viewer, input)
    return { to: '/settings/notifications?saved=1' }
  },
)
