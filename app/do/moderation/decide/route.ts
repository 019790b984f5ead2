import { casePath, queuePath } from '@/app/_components/moderation/paths'
import { form } from '@/app/_web/form'
import { DecideCase, DecideForm } from '@/forum/moderation/input'
import { decideCase } from '@/forum/moderation/mutations'
import { nextOpenCase } from '@/forum/moderation/queue'
import { parse } from '@/forum/parse'
import { moderation } from '@/messages/moderation'

export const POST = form(
  { name: 'decide-case', schema: DecideForm, page: (fields) => casePath(fields.caseId ?? '', placeOf(fields)) },
  async ({ viewer, input: { caseId, ready, reason, state, after, ...seen }, language }) => {
    const sentence = ready ? moderation[language].ready[ready] : ''
    await decideCase(viewer, caseId, parse(DecideCase, { ...seen, reason: `${sentence} ${reason}` }))
    const next = await nextOpenCase(viewer, caseId)
    // From the list of cases done one goes on with the open ones, from their beginning.
    const place = { done: caseId, ...(state === 'open' && after ? { after } : {}) }
    return { to: next ? casePath(next, place) : queuePath(place) }
  },
)

const placeOf = ({ state, after }: Record<string, string>) => ({
  state: state === 'done' ? ('done' as const) : ('open' as const),
  after: after?.slice(0, 80),
})
