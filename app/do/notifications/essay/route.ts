import { essayPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { watchEssay } from '@/forum/notifications/essay-watch'
import { WatchEssay } from '@/forum/notifications/input'

export const POST = form(
  { name: 'watch-essay', schema: WatchEssay, page: ({ slug = '' }) => `${essayPath(slug)}/watch` },
  async ({ viewer, input }) => {
    await watchEssay(viewer, input)
    return { to: `${essayPath(input.slug)}/watch?saved=1` }
  },
)
