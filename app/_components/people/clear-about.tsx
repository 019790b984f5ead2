import { FoldedReasonForm } from '@/app/_components/moderation/folded-reason-form'
import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

/** For moderators, below what somebody wrote about themselves. */
export function ClearAbout({ handle, kept, language }: Props) {
  const t = account[language]
  return (
    <FoldedReasonForm
      id="clear-about-reason"
      summary={t.clearAbout}
      action="/do/moderation/clear-about"
      hidden={{ handle }}
      label={moderation[language].liftReason}
      hint={moderation[language].liftHint}
      act={t.clearAboutNow}
      kept={kept}
      language={language}
      className="mt-1 max-w-xl"
    />
  )
}
