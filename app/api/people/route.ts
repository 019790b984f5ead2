import { z } from 'zod'
import { api } from '@/app/_web/api'
import { Beginning, findBeginning } from '@/forum/people/beginning'

export const GET = api(
  {
    summary: 'A few people whose handle begins so, to mention them',
    query: Beginning,
    answer: z.object({ people: z.array(z.object({ handle: z.string(), displayName: z.string() })) }),
  },
  async ({ viewer, query }) => ({ people: await findBeginning(viewer, query) }),
)
