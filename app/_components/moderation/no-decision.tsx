import type { ListPlace } from '@/forum/moderation/input'
import type { DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { refusals } from '@/messages/refusals'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { ListPlaceFields } from './list-place'
import { Unsent } from './unsent'

type Props = {
  item: DeskCase
  /** A reason that came too late: somebody else has decided. */
  unsent: string | undefined
  place: ListPlace
  language: Language
}

/** Where the form would stand, when this moderator has nothing to decide here. */
export function NoDecision({ item, unsent, place, language }: Props) {
  return (
    <div className="grid gap-3 border-t border-rule px-4 py-4 mid:px-7.5">
      <Notice>{sentenceOf(item, language)}</Notice>
      {item.can.reopen ? (
        <form method="post" action="/do/moderation/reopen" className="flex flex-wrap items-center gap-3 text-sm">
          <input type="hidden" name="lang" value={language} />
          <input type="hidden" name="caseId" value={item.id} />
          <ListPlaceFields place={place} />
          <button type="submit" className={button('plain')}>
            {desk[language].reopen}
          </button>
          <span className="text-ink-3">{desk[language].reopenHint}</span>
        </form>
      ) : null}
      <Unsent text={unsent} language={language} />
    </div>
  )
}

function sentenceOf(item: DeskCase, language: Language): string {
  const t = moderation[language]
  if (item.state === 'decided') return desk[language].pending
  if (item.state === 'done') return item.decisions.length === 0 ? t.withdrawn : t.closed
  if (item.isOwn) return t.own
  return refusals[language][item.queue === 'escalated' ? 'escalated' : 'own-decision']({})
}
