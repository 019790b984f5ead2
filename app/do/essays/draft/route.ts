import { preflightPath, revisePath } from '@/app/_components/authoring/paths'
import { form } from '@/app/_web/form'
import { dropDraft, saveDraft } from '@/forum/essay/drafts'
import { DraftForm, FORM_MAX_BYTES } from '@/forum/essay/input'
import { readDocument } from '@/forum/essay/reading/read-document'

/** Keeps the next text of an essay, typed or from a file, and shows what publishing it would do. */
export const POST = form(
  {
    name: 'draft',
    schema: DraftForm,
    maxBytes: FORM_MAX_BYTES,
    page: ({ slug = '' }) => revisePath(slug),
  },
  async ({ viewer, input: { slug, intent, ...typed }, upload }) => {
    if (intent === 'drop') {
      await dropDraft(viewer, slug)
      return { to: `${revisePath(slug)}?dropped=1` }
    }
    const text = upload ? await readDocument(upload.bytes, upload.name) : typed
    await saveDraft(viewer, slug, { source: text.source, format: text.format })
    return { to: intent === 'look' ? preflightPath(slug) : `${revisePath(slug)}?saved=1` }
  },
)
