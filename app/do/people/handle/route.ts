import { form } from '@/app/_web/form'
import { changeHandle } from '@/forum/people/claims'
import { ChangeHandle } from '@/forum/people/input'

export const POST = form(
  { name: 'handle', schema: ChangeHandle, page: () => '/settings/name' },
  async ({ viewer, input }) => {
    await changeHandle(viewer, input.handle)
    return { to: '/settings/name?saved=1' }
  },
)
