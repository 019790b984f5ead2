import { form } from '@/app/_web/form'
import { EndSession } from '@/forum/security/input'
import { endOwnSession } from '@/forum/security/mutations'

export const POST = form(
  { name: 'end-session', schema: EndSession, page: () => '/settings/security' },
  async ({ viewer, input }) => {
    await endOwnSession(viewer, input.session)
    return { to: '/settings/security?done=session' }
  },
)
