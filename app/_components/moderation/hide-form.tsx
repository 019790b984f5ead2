import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { ReasonForm } from './reason-form'

type Props = { commentId: string; kept: KeptForm | undefined; language: Language }

/** For the essay's author, beside the report that everybody can make. */
export function HideForm({ commentId, kept, language }: Props) {
  const t = moderation[language]
  return (
    <section aria-labelledby="hide" className="mt-8 rounded-md border border-rule bg-leaf p-4">
      <h2 id="hide" className="font-semibold">
        {t.hideTitle}
      </h2>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t.hideWhat}</p>
      <ReasonForm
        id="hide-reason"
        action="/do/comments/hide"
        hidden={{ commentId }}
        label={t.liftReason}
        hint={t.hideReasonHint}
        act={t.hideNow}
        kept={kept}
        language={language}
      />
    </section>
  )
}
