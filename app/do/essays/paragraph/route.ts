import { settingsPath } from '@/app/_components/authoring/paths'
import { form } from '@/app/_web/form'
import { changeParagraph } from '@/forum/essay/settings'
import { ChangeParagraph } from '@/forum/essay/settings-input'

const page = ({ slug = '', paragraphId = '' }) => `${settingsPath(slug)}?paragraph=${encodeURIComponent(paragraphId)}`

/** What an author sets of one paragraph's discussion. */
export const POST = form(
  { name: 'paragraph', schema: ChangeParagraph, page },
  async ({ viewer, input: { slug, ...changed } }) => {
    await changeParagraph(viewer, slug, changed)
    return { to: `${page({ slug, paragraphId: changed.paragraphId })}&saved=1#paragraph-${changed.paragraphId}` }
  },
)
