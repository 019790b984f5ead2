import { newPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { AllRead } from '@/forum/unread/input'
import { markEssayRead, markThreadRead } from '@/forum/unread/mutations'

export const POST = form(
  { name: 'all-read', schema: AllRead, page: ({ slug = '' }) => newPath(slug) },
  async ({ viewer, input }) => {
    if (input.paragraphId) await markThreadRead(viewer, input.paragraphId)
    else await markEssayRead(viewer, input.slug)
    return { to: newPath(input.slug) }
  },
)
