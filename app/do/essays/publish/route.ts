import { preflightPath } from '@/app/_components/authoring/paths'
import { form } from '@/app/_web/form'
import { historyPath } from '@/app/_web/history-paths'
import { publishDraft, saveDecisions } from '@/forum/essay/drafts'
import { PreflightForm } from '@/forum/essay/preflight-form'

/** Preflight's buttons: keep what was decided and look again, or publish. The draft outlives every refusal. */
export const POST = form(
  { name: 'preflight', schema: PreflightForm, page: ({ slug = '' }) => preflightPath(slug) },
  async ({ viewer, input: { slug, base, intent, ...decided } }) => {
    if (intent === 'keep') {
      await saveDecisions(viewer, slug, decided)
      return { to: `${preflightPath(slug)}?saved=1` }
    }
    const { revision } = await publishDraft(viewer, slug, base, decided)
    return { to: `${historyPath(slug)}?published=${revision}` }
  },
)
