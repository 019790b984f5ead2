import { inLanguage } from '@/app/_web/address'
import type { ListPlace } from '@/forum/moderation/input'
import type { Desk, DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { Notice } from '@/ui/notice'
import { casePath } from './paths'
import { UndoForm } from './undo-form'
import { dateTime } from './when'

type Props = {
  done: Desk['done']
  takenBack: boolean
  place: ListPlace
  suspension: DeskCase['person'] | null
  language: Language
}

/** What was just done. It is read from the database: an address can name a case, never say what became of it. */
export function DoneNotice({ done, takenBack, place, suspension, language }: Props) {
  const t = moderation[language]
  const until = suspension?.suspension
  if (!done && !until && !takenBack) return null
  return (
    <div className="grid flex-none gap-2 border-b border-rule px-4 py-2.5 mid:px-7">
      {done ? (
        <Notice look="done">
          <span className="font-semibold">{sentenceOf(done, language)}</span>{' '}
          <span className="wrap-anywhere">{done.reason}</span>{' '}
          <a href={inLanguage(language, casePath(done.caseId, place))} className="underline underline-offset-2">
            {t.seeCase}
          </a>
          {done.undoUntil ? <UndoForm decisionId={done.id} place={place} language={language} /> : null}
        </Notice>
      ) : null}
      {takenBack ? <Notice look="done">{desk[language].takenBack}</Notice> : null}
      {until ? <Notice look="done">{t.suspendDone(suspension.handle, dateTime(until.endsAt, language))}</Notice> : null}
    </div>
  )
}

function sentenceOf({ act, author, byMe, by, together }: NonNullable<Desk['done']>, language: Language): string {
  const t = moderation[language]
  if (together > 1) return desk[language].bulkDone(together, desk[language].acts[act], byMe ? null : by)
  if (act === 'approve' || act === 'remove') return byMe ? t.doneMine(act, author) : t.doneTheirs(act, author, by)
  return desk[language].done(desk[language].acts[act], author, byMe ? null : by)
}
