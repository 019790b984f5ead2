import { form } from '@/app/_web/form'
import { LiftForm } from '@/forum/moderation/input'
import { liftSuspension } from '@/forum/moderation/restrict'

/** The person in the list of people. */
const page = ({ handle = '' }: { handle?: string }) => `/moderation/people?q=${encodeURIComponent(handle)}`

export const POST = form(
  { name: 'lift-suspension', schema: LiftForm, page },
  async ({ viewer, input: { handle, reason } }) => {
    await liftSuspension(viewer, handle, { reason })
    return { to: page({ handle }) }
  },
)
