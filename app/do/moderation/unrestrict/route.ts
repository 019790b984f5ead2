import { recordPath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { EndRestriction } from '@/forum/moderation/input'
import { endRestriction } from '@/forum/moderation/restrict'

const page = ({ handle = '' }: { handle?: string }) => recordPath(handle)

export const POST = form({ name: 'unrestrict', schema: EndRestriction, page }, async ({ viewer, input }) => {
  await endRestriction(viewer, input)
  return { to: `${page(input)}?ended=1#restrictions` }
})
