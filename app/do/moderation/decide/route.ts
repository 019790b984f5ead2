import { casePath, queuePath } from '@/app/_components/moderation/paths'
import { placeOf } from '@/app/_web/desk-forms'
import { form } from '@/app/_web/form'
import { takeDecision } from '@/forum/moderation/decide'
import { DecideCase, DecideForm } from '@/forum/moderation/input'
import { nextOpenCase } from '@/forum/moderation/queue'
import { reasonFrom } from '@/forum/moderation/ready'
import { parse } from '@/forum/parse'
import { moderation } from '@/messages/moderation'

export const POST = form(
  { name: 'decide-case', schema: DecideForm, page: (fields) => casePath(fields.caseId ?? '', placeOf(fields)) },
  async ({
    viewer,
    input: {
      caseId,
      act,
      version,
      commentRevision,
      ready,
      reason,
      days: suspended,
      slowSeconds,
      slowDays,
      fence,
      ...list
    },
    language,
  }) => {
    const days = act === 'slow' ? slowDays : suspended
    await takeDecision(
      viewer,
      caseId,
      parse(DecideCase, {
        act,
        version,
        commentRevision,
        reason: reasonFrom(ready ? moderation[language].ready[ready] : '', reason),
        ...(ready ? { basis: ready } : {}),
        ...(days ? { days } : {}),
        ...(slowSeconds ? { slowSeconds } : {}),
        ...(fence ? { fence } : {}),
      }),
    )
    const asked = placeOf(list)
    // From the list of cases done one goes on with the open ones, from their beginning.
    const place = asked.state === 'done' ? {} : asked
    const next = await nextOpenCase(viewer, caseId, place)
    return { to: next ? casePath(next, { ...place, done: caseId }) : queuePath({ ...place, done: caseId }) }
  },
)
