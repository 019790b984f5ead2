import { currentSession, signOut } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { DeleteAccount } from '@/forum/privacy/input'
import { deleteAccount } from '@/forum/privacy/mutations'

export const POST = form(
  { name: 'delete-account', schema: DeleteAccount, page: () => '/settings/data' },
  async ({ viewer, input }) => {
    await deleteAccount(viewer, await currentSession(), input)
    await signOut()
    return { to: '/goodbye' }
  },
)
