import { redirect } from 'next/navigation'
import { BarNotice } from '@/app/_components/admission/bar-notice'
import { AccountPage } from '@/app/_components/people/account-page'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { thenPath } from '@/app/_web/then'
import { viewer } from '@/app/_web/viewer'
import { admission } from '@/messages/admission'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => admission[language].waitingTitle)

/** Between signing in and where somebody came from, for whoever may not write yet. */
export default async function WaitingPage(props: PageProps) {
  const { language, query } = await asked(props)
  const then = thenPath(query.then)
  const on = then === '/' ? inLanguage(language, '/') : then
  const who = await viewer()
  if (who.role === 'guest' || who.barred === null) redirect(on)
  const t = admission[language]
  return (
    <AccountPage title={who.barred.code === 'approval-refused' ? t.refusedTitle : t.waitingTitle}>
      <BarNotice bar={who.barred} language={language} />
      <div>
        <a href={on} className={button('primary', 'min-h-11')}>
          {t.goOn}
        </a>
      </div>
    </AccountPage>
  )
}
