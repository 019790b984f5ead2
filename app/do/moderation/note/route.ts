import { recordPath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { WriteNote } from '@/forum/moderation/input'
import { writeNote } from '@/forum/moderation/record'

const page = ({ handle = '' }: { handle?: string }) => recordPath(handle)

export const POST = form({ name: 'note', schema: WriteNote, page }, async ({ viewer, input }) => {
  await writeNote(viewer, input)
  return { to: `${page(input)}?noted=1#notes` }
})
