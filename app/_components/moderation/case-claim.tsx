import type { KeptForm } from '@/forum/forms/kept'
import { type ListPlace, REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import type { DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { ListPlaceFields } from './list-place'

type Props = {
  item: DeskCase
  place: ListPlace
  kept: KeptForm | undefined
  language: Language
}

/** Who is at work on the case, taking it, and passing it on. */
export function CaseClaim({ item, place, kept: given, language }: Props) {
  const t = desk[language]
  if (item.state !== 'open' || item.isOwn) return null
  const kept = given?.form === 'pass-case' ? given : undefined
  const lease = item.lease
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule px-4 py-2 text-sm text-ink-2 mid:px-7.5">
      {item.passedBy ? (
        <p className="basis-full wrap-anywhere">
          {t.passed(item.passedBy.handle)} <span dir="auto">{item.passedNote}</span>
        </p>
      ) : null}
      {lease ? (
        <p role="status">{lease.mine ? t.claimMine : lease.over ? t.claimOver(lease.by) : t.claimTheirs(lease.by)}</p>
      ) : null}
      {lease && !lease.over ? null : (
        <form method="post" action="/do/moderation/claim">
          <Where item={item} place={place} language={language} />
          {lease && !lease.mine ? <input type="hidden" name="takeOver" value="yes" /> : null}
          <button type="submit" title={t.claimHint} className={button('quiet', '-ms-3')} data-key="c">
            {lease && !lease.mine ? t.takeOver : t.claim}
          </button>
        </form>
      )}
      <details open={kept !== undefined} className="open:basis-full">
        <summary className="py-1.5 hover:text-ink pointer-coarse:py-3" data-key="e">
          {t.pass}
        </summary>
        <form
          method="post"
          action="/do/moderation/pass"
          className="grid items-start gap-x-4 gap-y-2.5 py-2 mid:grid-cols-2"
        >
          <Where item={item} place={place} language={language} />
          <input type="hidden" name="kept" value={kept?.id ?? ''} />
          <Field
            id="pass-to"
            name="to"
            label={t.passTo}
            hint={t.passToHint}
            defaultValue={kept?.fields.to}
            maxLength={60}
            autoComplete="off"
          />
          <Field
            id="pass-note"
            name="note"
            label={t.passNote}
            required
            minLength={REASON_MIN}
            maxLength={REASON_MAX}
            defaultValue={kept?.fields.note}
          />
          <div>
            <button type="submit" className={button('plain')}>
              {t.passNow}
            </button>
          </div>
        </form>
      </details>
    </div>
  )
}

function Where({ item, place, language }: Pick<Props, 'item' | 'place' | 'language'>) {
  return (
    <>
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="caseId" value={item.id} />
      <ListPlaceFields place={place} />
    </>
  )
}
