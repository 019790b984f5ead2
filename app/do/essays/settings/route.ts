import { settingsPath } from '@/app/_components/authoring/paths'
import { form } from '@/app/_web/form'
import { changeEssay } from '@/forum/essay/settings'
import { ChangeEssay } from '@/forum/essay/settings-input'

export const POST = form(
  { name: 'essay-settings', schema: ChangeEssay, page: ({ slug = '' }) => settingsPath(slug) },
  async ({ viewer, input: { slug, ...changed } }) => {
    await changeEssay(viewer, slug, changed)
    return { to: `${settingsPath(slug)}?saved=1` }
  },
)
