import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { DeadLink } from '@/app/_components/people/dead-link'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { viewer } from '@/app/_web/viewer'
import { readInvitation } from '@/forum/admission/invitations'
import { admission } from '@/messages/admission'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => admission[language].invitationTitle)

/** Where an invitation's link leads. Opening it takes no place; the button goes on to the ways in. */
export default async function InvitationPage(props: PageProps<{ secret: string }>) {
  const { language, params, query } = await asked(props)
  const t = admission[language]
  const invitation = await readInvitation(params.secret)
  if (!invitation) return <DeadLink language={language} />
  return (
    <AccountPage title={t.invitationTitle}>
      <p className="wrap-anywhere">{t.invitationWhat(invitation.by)}</p>
      {(await viewer()).role === 'guest' ? (
        <AccountForm
          action="/do/people/invitation"
          language={language}
          kept={await keptForm('invitation', query.kept)}
          hidden={{ secret: params.secret }}
        >
          <button type="submit" className={button('primary', 'min-h-11')}>
            {t.invitationTake}
          </button>
        </AccountForm>
      ) : (
        <Notice>{t.invitationHave}</Notice>
      )}
    </AccountPage>
  )
}
