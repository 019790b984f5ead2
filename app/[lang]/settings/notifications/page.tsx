import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { ChoiceList } from '@/app/_components/telling/choice-list'
import { PaceField } from '@/app/_components/telling/pace-field'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readPaces } from '@/forum/notifications/choices'
import { listChoices } from '@/forum/notifications/essay-watch'
import { listIgnored } from '@/forum/notifications/ignored'
import { security } from '@/messages/security'
import { telling } from '@/messages/telling'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => telling[language].title)

export default async function NotificationSettingsPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = telling[language]
  const who = await viewer()
  const chosen = await orNotFound(readPaces(who), { language, path: '/settings/notifications' })
  const kept = await keptForm('notification-paces', query.kept)
  const trouble =
    chosen.email === null ? t.noEmail : chosen.refused ? t.refused : chosen.confirmed ? null : t.unconfirmed
  return (
    <AccountPage title={t.title}>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      <p className="text-ink-2">{t.what}</p>
      {trouble === null ? <p className="text-ink-2">{t.at(chosen.email ?? '')}</p> : <Notice>{trouble}</Notice>}
      {trouble === t.unconfirmed || trouble === t.refused ? (
        <p>
          <TextLink href={inLanguage(language, '/settings/security')}>{security[language].title}</TextLink>
        </p>
      ) : null}
      <AccountForm action="/do/notifications/paces" language={language} kept={kept}>
        {chosen.paces.map(({ kind, pace }) => (
          <PaceField key={kind} kind={kind} chosen={kept?.fields[kind] ?? pace} language={language} />
        ))}
        <p className="text-[0.8125rem] text-ink-3">{t.grouped}</p>
        <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
          {t.save}
        </button>
      </AccountForm>
      <ChoiceList choices={await listChoices(who)} ignored={await listIgnored(who)} language={language} />
    </AccountPage>
  )
}
