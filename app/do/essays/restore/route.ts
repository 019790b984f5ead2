import { preflightPath } from '@/app/_components/authoring/paths'
import { form } from '@/app/_web/form'
import { historyPath } from '@/app/_web/history-paths'
import { draftOfRevision } from '@/forum/essay/drafts'
import { RestoreForm } from '@/forum/essay/input'

/** Makes the text of an earlier revision the draft: publishing it is a new revision that brings it back. */
export const POST = form(
  { name: 'restore', schema: RestoreForm, page: ({ slug = '' }) => historyPath(slug) },
  async ({ viewer, input: { slug, number } }) => {
    await draftOfRevision(viewer, slug, number)
    return { to: preflightPath(slug) }
  },
)
