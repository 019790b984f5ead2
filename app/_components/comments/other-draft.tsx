import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'

type Props = { body: string; language: Language; onTake: () => void; onLeave: () => void }

/** Another device has other words in the same place: nothing is saved over them until their writer has decided. */
export function OtherDraft({ body, language, onTake, onLeave }: Props) {
  const t = writing[language]
  return (
    <section aria-label={t.otherDraft} className="rounded-md border border-rule bg-sunk px-3 py-2 text-sm text-ink-2">
      <p role="status" className="text-[0.8125rem] text-ink-3">
        {t.otherDraft}
      </p>
      <p dir="auto" className="mt-1 max-h-[30dvh] overflow-y-auto wrap-anywhere whitespace-pre-line">
        {body}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" onClick={onTake} className={button()}>
          {t.takeBelow}
        </button>
        <button type="button" onClick={onLeave} className={button('quiet')}>
          {t.leaveOut}
        </button>
      </div>
    </section>
  )
}
