import { readReadiness } from '@/forum/readiness'

export const dynamic = 'force-dynamic'

/** The database answers and its migrations are those of this build. */
export async function GET() {
  const ready = await readReadiness()
  return Response.json(ready, { status: ready.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
