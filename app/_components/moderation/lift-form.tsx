import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { ReasonForm } from './reason-form'

/** Folded up until it is wanted, or has to be mended. */
export function LiftForm({
  handle,
  kept,
  language,
}: {
  handle: string
  kept: KeptForm | undefined
  language: Language
}) {
  const t = moderation[language]
  return (
    <details className="mt-1" open={kept !== undefined}>
      <summary aria-label={t.liftOf(handle)} className="py-1 text-ink-2 hover:text-ink pointer-coarse:py-3">
        {t.lift}
      </summary>
      <ReasonForm
        id={`lift-${handle}`}
        action="/do/moderation/lift"
        hidden={{ handle }}
        label={t.liftReason}
        hint={t.liftHint}
        act={t.liftNow}
        kept={kept}
        language={language}
        className="mt-1 grid gap-2"
      />
    </details>
  )
}
