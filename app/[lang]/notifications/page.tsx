import { StandingNotice } from '@/app/_components/admission/standing-notice'
import { AccountForm } from '@/app/_components/people/account-form'
import { AgainstOwn } from '@/app/_components/people/against-own'
import { EarlierLink } from '@/app/_components/people/earlier-link'
import { NotificationItem } from '@/app/_components/people/notification-item'
import { WidePage } from '@/app/_components/people/wide-page'
import { inLanguage } from '@/app/_web/address'
import { asked, idOf, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readNotifications } from '@/forum/notifications/queries'
import { account } from '@/messages/account'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].notifications)

export default async function NotificationsPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const who = await viewer()
  const reading = readNotifications(who, idOf(query.before))
  const { items, before } = await orNotFound(reading, { language, path: '/notifications' })
  const unread = items.some((item) => item.readAt === null)
  return (
    <WidePage>
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.notifications}
        </h1>
        {unread ? (
          <AccountForm
            action="/do/notifications/read"
            language={language}
            kept={await keptForm('notifications-read', query.kept)}
            // What arrives while the page is read stays new.
            hidden={{ upTo: items[0]?.id ?? '' }}
            className="flex"
          >
            <button type="submit" className={button('plain')}>
              {t.markAllRead}
            </button>
          </AccountForm>
        ) : null}
      </header>
      <StandingNotice who={who} language={language} />
      <AgainstOwn who={who} language={language} />
      {items.length === 0 ? <p className="text-ink-2">{t.noNotifications}</p> : null}
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {items.map((item) => (
          <NotificationItem key={item.id} item={item} language={language} />
        ))}
      </ul>
      <EarlierLink path={inLanguage(language, '/notifications')} before={before} language={language} />
    </WidePage>
  )
}
