import { z } from 'zod'
import { api } from '@/app/_web/api'
import { networkOf } from '@/app/_web/network'
import { PreviewComment, previewComment } from '@/forum/comments/preview'

export const POST = api(
  {
    summary: 'What a comment would look like; nothing is stored',
    body: PreviewComment,
    answer: z.object({ html: z.string() }),
  },
  ({ body, request }) => previewComment(networkOf(request), body),
)
