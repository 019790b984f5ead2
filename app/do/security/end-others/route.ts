import { currentSession } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'
import { endOtherSessions } from '@/forum/security/mutations'

export const POST = form(
  { name: 'end-others', schema: NoInput, page: () => '/settings/security' },
  async ({ viewer }) => {
    const session = await currentSession()
    await endOtherSessions(viewer, session.id)
    return { to: '/settings/security?done=sessions' }
  },
)
