import { z } from 'zod'
import { ById } from '@/app/_web/addressed'
import { api } from '@/app/_web/api'
import { SaveUnsent } from '@/forum/unsent/input'
import { saveUnsent } from '@/forum/unsent/mutations'

export const PUT = api(
  {
    summary:
      "Keep the caller's unsent comment or, with parentId, reply. base: the version it goes on from; another one in between is refused, an empty body drops the draft",
    params: ById,
    body: SaveUnsent,
    answer: z.object({ version: z.int().nullable() }),
  },
  ({ viewer, params, body }) => saveUnsent(viewer, params.id, body),
)
