import { forumSettingsPath } from '@/app/_components/settings/paths'
import { form } from '@/app/_web/form'
import { ChangeSignUp } from '@/forum/settings/input'
import { changeSettings } from '@/forum/settings/mutations'

export const POST = form(
  { name: 'sign-up-settings', schema: ChangeSignUp, page: () => forumSettingsPath },
  async ({ viewer, input }) => {
    await changeSettings(viewer, input)
    return { to: `${forumSettingsPath}?saved=1` }
  },
)
