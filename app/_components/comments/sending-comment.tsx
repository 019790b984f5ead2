import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'

type Props = {
  body: string
  language: Language
  /** Nobody answered; without it, it is on its way. */
  waits?: { onSend: () => void; onTakeBack: () => void }
}

/** A comment as its writer sees it before the server has it. */
export function SendingComment({ body, language, waits }: Props) {
  const t = writing[language]
  return (
    <div className="rounded-lg border border-dashed border-rule-strong bg-sunk px-3.5 py-2.5 text-sm text-ink-2">
      <p role="status" className="text-[0.8125rem] text-ink-3">
        {waits ? t.waiting : t.sending}
      </p>
      <p dir="auto" className="mt-1 max-h-[30dvh] overflow-y-auto wrap-anywhere whitespace-pre-line">
        {body}
      </p>
      {waits ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" onClick={waits.onSend} className={button()}>
            {t.sendNow}
          </button>
          <button type="button" onClick={waits.onTakeBack} className={button('quiet')}>
            {t.takeBack}
          </button>
        </div>
      ) : null}
    </div>
  )
}
