import { api } from '@/app/_web/api'
import { Refusal } from '@/forum/refusal'

/** An address under /api that is no door answers as the doors do. */
const nothing = api({ summary: 'No door' }, async () => {
  throw new Refusal('not-found')
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
