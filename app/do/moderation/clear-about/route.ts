import { personPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { ClearAboutForm } from '@/forum/moderation/input'
import { clearAbout } from '@/forum/moderation/mutations'

const page = ({ handle = '' }: { handle?: string }) => personPath(handle)

export const POST = form(
  { name: 'clear-about', schema: ClearAboutForm, page },
  async ({ viewer, input: { handle, reason } }) => {
    await clearAbout(viewer, handle, { reason })
    return { to: `${page({ handle })}?saved=1` }
  },
)
