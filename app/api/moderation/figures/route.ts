import { z } from 'zod'
import { api } from '@/app/_web/api'
import { figuresCsv } from '@/forum/figures/csv'
import { FiguresQuery } from '@/forum/figures/input'
import { readFigures } from '@/forum/figures/queries'

const Measures = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const Answer = z.object({
  days: z.int(),
  essay: z.string().nullable(),
  unit: z.enum(['day', 'week']),
  flow: z.array(Measures),
  ages: z.array(Measures),
  times: Measures,
  reasons: z.array(Measures),
  rules: z.array(Measures),
  moderators: z.array(Measures),
})

export const GET = api(
  {
    summary: 'For moderators: what the desk did in 7, 30, 90 or 365 days, as JSON or as a CSV file',
    query: FiguresQuery,
    answer: Answer,
  },
  async ({ viewer, query: { as, ...asked } }) => {
    const figures = await readFigures(viewer, asked)
    if (as === 'json') return figures
    const name = ['desk', asked.essay, `${asked.days}-days`].filter(Boolean).join('-')
    return new Response(figuresCsv(figures), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
        'cache-control': 'private, no-store',
      },
    })
  },
)
