import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import type { Bar } from '@/forum/viewer'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { Notice } from '@/ui/notice'

/** Why somebody reads and cannot write yet, and what they can do about it. */
export function BarNotice({ bar, language }: { bar: Bar; language: Language }) {
  return (
    <div className="grid gap-2">
      <Notice>{refusals[language][bar.code](bar.reason === null ? {} : { reason: bar.reason })}</Notice>
      {bar.code === 'address-unproven' ? (
        <p>
          <TextLink href={inLanguage(language, '/settings/security')}>{admission[language].toSecurity}</TextLink>
        </p>
      ) : null}
    </div>
  )
}
