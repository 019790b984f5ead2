import { requireProof } from '@/app/_web/auth/session'
import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'
import { beginApp } from '@/forum/security/second-step'

export const POST = form(
  { name: 'app-begin', schema: NoInput, page: () => '/settings/security' },
  async ({ viewer }) => {
    await requireProof()
    await beginApp(viewer)
    return { to: '/settings/security#second' }
  },
)
