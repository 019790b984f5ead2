import { z } from 'zod'
import { api } from '@/app/_web/api'
import { claimCase } from '@/forum/moderation/leases'

export const POST = api(
  {
    summary: 'For moderators: takes a case for five minutes, or renews it. 409 when somebody else has it, or left it',
    params: z.strictObject({ id: z.uuid() }),
    answer: z.object({ fence: z.int(), expiresAt: z.iso.datetime() }),
  },
  async ({ viewer, params }) => claimCase(viewer, params.id),
)
