import { recordPath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { RestrictPerson } from '@/forum/moderation/input'
import { restrictPerson } from '@/forum/moderation/restrict'

const page = ({ handle = '' }: { handle?: string }) => recordPath(handle)

export const POST = form({ name: 'restrict', schema: RestrictPerson, page }, async ({ viewer, input }) => {
  await restrictPerson(viewer, input)
  return { to: `${page(input)}?restricted=1#restrictions` }
})
