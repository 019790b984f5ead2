import { z } from 'zod'
import { writingPage } from '@/app/_web/comment-forms'
import { form } from '@/app/_web/form'
import { Body } from '@/forum/comments/input'

/**
 * Preview without JavaScript: what was written is kept, and its form shown again with what it would look like. `keep` of
 * the wrapper does all of it; the schema only says whether there is something to show.
 */
export const POST = form(
  { name: 'comment', schema: z.looseObject({ body: Body }), page: writingPage, keepAlways: true },
  async () => ({ to: '/' }),
)
