import { form } from '@/app/_web/form'
import { OneUnsent } from '@/forum/unsent/input'
import { dropUnsent } from '@/forum/unsent/mutations'

export const POST = form(
  { name: 'drop-draft', schema: OneUnsent, page: () => '/drafts' },
  async ({ viewer, input }) => {
    await dropUnsent(viewer, input.draftId)
    return { to: '/drafts' }
  },
)
