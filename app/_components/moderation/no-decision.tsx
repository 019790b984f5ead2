import type { DeskCase } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { Notice } from '@/ui/notice'
import { Unsent } from './unsent'

type Props = {
  item: DeskCase
  /** A reason that came too late: somebody else has decided. */
  unsent: string | undefined
  language: Language
}

/** Where the form would stand, when this moderator has nothing to decide here. */
export function NoDecision({ item, unsent, language }: Props) {
  const t = moderation[language]
  const withdrawn = item.state === 'done' && item.decisions.length === 0
  return (
    <div className="grid flex-none gap-3 border-t border-rule px-4 py-4 mid:px-7.5">
      <Notice>{item.state === 'open' ? t.own : withdrawn ? t.withdrawn : t.closed}</Notice>
      <Unsent text={unsent} language={language} />
    </div>
  )
}
