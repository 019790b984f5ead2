import { personPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { choosePerson } from '@/forum/notifications/ignored'
import { ChoosePerson } from '@/forum/notifications/input'

export const POST = form(
  { name: 'person-choice', schema: ChoosePerson, page: ({ handle = '' }) => personPath(handle) },
  async ({ viewer, input }) => {
    await choosePerson(viewer, input)
    return { to: `${personPath(input.handle)}?saved=1` }
  },
)
