import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { unsubscribeKind } from '@/forum/notifications/choices'
import { telling } from '@/messages/telling'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => telling[language].unsubscribeTitle)

/** Where the link of a mail leads; only its button changes something, as programs open links too. */
export default async function UnsubscribePage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = telling[language]
  const kind = unsubscribeKind(query.token ?? '')
  return (
    <AccountPage title={t.unsubscribeTitle}>
      {query.done ? <Notice look="done">{t.unsubscribed}</Notice> : null}
      {!query.done && kind === null ? <Notice>{t.linkDead}</Notice> : null}
      {kind !== null ? (
        <>
          <p className="text-ink-2">{t.unsubscribeWhat(t.kinds[kind])}</p>
          <AccountForm
            action="/do/notifications/unsubscribe"
            language={language}
            kept={await keptForm('unsubscribe', query.kept)}
            hidden={{ token: query.token ?? '' }}
          >
            <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
              {t.unsubscribeButton}
            </button>
          </AccountForm>
        </>
      ) : null}
      <p>
        <TextLink href={inLanguage(language, '/settings/notifications')}>{t.chooseAll}</TextLink>
      </p>
    </AccountPage>
  )
}
