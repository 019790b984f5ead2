import { inLanguage } from '@/app/_web/address'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { Notice } from '@/ui/notice'
import { AccountPage } from './account-page'
import { TextLink } from './text-link'

/** Behind a one-time link that is used or has expired. */
export function DeadLink({ language }: { language: Language }) {
  const t = account[language]
  return (
    <AccountPage title={t.linkGone}>
      <Notice look="refusal">{refusals[language]['link-used']({})}</Notice>
      <p>
        <TextLink href={inLanguage(language, '/sign-in')}>{t.signIn}</TextLink>
      </p>
    </AccountPage>
  )
}
