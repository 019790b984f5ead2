import type { SignUpWay } from '@/forum/admission/ways'
import { admission } from '@/messages/admission'
import { type Language, LOCALE } from '@/messages/language'
import { Notice } from '@/ui/notice'

type Props = { policy: { way: SignUpWay; domains: readonly string[] }; language: Language }

/** Under which conditions an account is made; nothing where there are none. */
export function PolicyNotice({ policy: { way, domains }, language }: Props) {
  const t = admission[language]
  if (way === 'open') return null
  if (way !== 'domain') return <Notice>{t.policy[way]}</Notice>
  const said = domains.map((one) => (one.startsWith('*.') ? t.below(one.slice(2)) : one))
  return <Notice>{t.policy.domain(new Intl.ListFormat(LOCALE[language], { type: 'disjunction' }).format(said))}</Notice>
}
