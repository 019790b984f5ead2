import { form } from '@/app/_web/form'
import { NoInput } from '@/forum/people/input'
import { askExport } from '@/forum/privacy/exports'

export const POST = form(
  { name: 'export', schema: NoInput, page: () => '/settings/data' },
  async ({ viewer, language }) => {
    await askExport(viewer, language)
    return { to: '/settings/data#export' }
  },
)
