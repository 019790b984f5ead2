import { keepOnDevice } from '@/app/_web/display'
import { form } from '@/app/_web/form'
import { keepDisplay } from '@/forum/people/display'
import { ChooseDisplay } from '@/forum/people/input'

export const POST = form(
  { name: 'display', schema: ChooseDisplay, page: () => '/settings/display' },
  async ({ viewer, input }) => {
    await keepDisplay(viewer, input)
    await keepOnDevice(input)
    return { to: '/settings/display?saved=1' }
  },
)
