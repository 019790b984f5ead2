import { ReasonForm } from '@/app/_components/moderation/reason-form'
import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

/** For moderators, below what somebody wrote about themselves. Folded up until it is wanted, or has to be mended. */
export function ClearAbout({ handle, kept, language }: Props) {
  const t = account[language]
  return (
    <details open={kept !== undefined} className="text-sm">
      <summary className="w-fit py-1 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.clearAbout}</summary>
      <ReasonForm
        id="clear-about-reason"
        action="/do/moderation/clear-about"
        hidden={{ handle }}
        label={moderation[language].liftReason}
        hint={moderation[language].liftHint}
        act={t.clearAboutNow}
        kept={kept}
        language={language}
        className="mt-1 grid max-w-xl gap-3"
      />
    </details>
  )
}
