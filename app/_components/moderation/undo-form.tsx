import type { ListPlace } from '@/forum/moderation/input'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { ListPlaceFields } from './list-place'

type Props = { decisionId: string; place: ListPlace; language: Language }

/** For as long as the decision waits. */
export function UndoForm({ decisionId, place, language }: Props) {
  const t = desk[language]
  return (
    <form method="post" action="/do/moderation/undo" className="ms-3 inline-flex flex-wrap items-center gap-2.5">
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="decisionId" value={decisionId} />
      <ListPlaceFields place={place} />
      <span>{t.waits}</span>
      <button type="submit" className={button('plain')} data-key="z">
        {t.undo}
      </button>
    </form>
  )
}
