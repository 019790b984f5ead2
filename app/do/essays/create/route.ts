import { essayPath } from '@/app/_web/address'
import { form } from '@/app/_web/form'
import { createAuthored } from '@/forum/essay/authored'
import { CreateForm, FORM_MAX_BYTES } from '@/forum/essay/input'
import { readDocument } from '@/forum/essay/reading/read-document'

/** A new essay, typed or from a file. */
export const POST = form(
  { name: 'essay', schema: CreateForm, maxBytes: FORM_MAX_BYTES, page: () => '/authoring/new' },
  async ({ viewer, input: { source, format, ...said }, upload }) => {
    const read = await readDocument(
      upload?.bytes ?? new TextEncoder().encode(source),
      upload?.name ?? (format === 'markdown' ? 'text.md' : 'text.txt'),
    )
    const text = { source: read.source, format: read.format }
    const { slug } = await createAuthored(viewer, said, text, { title: read.title, ...read.front })
    return { to: essayPath(slug) }
  },
)
