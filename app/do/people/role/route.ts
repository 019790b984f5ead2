import { personPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { ChangeRoleForm } from '@/forum/people/input'
import { changeRole } from '@/forum/people/mutations'

const page = (fields: Record<string, string>) => (fields.handle ? personPath(fields.handle) : '/')

export const POST = form({ name: 'role', schema: ChangeRoleForm, page }, async ({ viewer, input }) => {
  const { handle, ...role } = input
  await changeRole(viewer, handle, role)
  return { to: `${personPath(handle)}?saved=1` }
})
