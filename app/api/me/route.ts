import { api } from '@/app/_web/api'
import { readMe } from '@/forum/people/me'

export const GET = api({ summary: 'Who is asking, and what waits for them' }, ({ viewer }) => readMe(viewer))
