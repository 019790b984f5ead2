import { ById } from '@/app/_web/addressed'
import { SimilarAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { networkOf } from '@/app/_web/network'
import { FindSimilar } from '@/forum/similar/input'
import { findSimilar } from '@/forum/similar/queries'

export const POST = api(
  {
    summary: 'Up to three comments of the essay that say nearly what is being written; nothing is stored',
    params: ById,
    body: FindSimilar,
    answer: SimilarAnswer,
  },
  ({ viewer, params, body, request }) => findSimilar(viewer, networkOf(request), params.id, body),
)
