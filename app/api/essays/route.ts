import { EssayListAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { listEssays } from '@/forum/essay/queries'

export const GET = api({ summary: 'All essays, newest first', answer: EssayListAnswer }, async ({ viewer }) => ({
  essays: (await listEssays(viewer)).map(({ id: _, ...essay }) => essay),
}))
