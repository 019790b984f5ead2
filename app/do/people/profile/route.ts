import { form } from '@/app/_web/form'
import { ChangeProfile } from '@/forum/people/input'
import { changeProfile } from '@/forum/people/mutations'

export const POST = form(
  { name: 'profile', schema: ChangeProfile, page: () => '/settings' },
  async ({ viewer, input }) => {
    await changeProfile(viewer, input)
    return { to: '/settings?saved=1' }
  },
)
