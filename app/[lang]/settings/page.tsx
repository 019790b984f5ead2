import { StandingNotice } from '@/app/_components/admission/standing-notice'
import { AccountFacts } from '@/app/_components/people/account-facts'
import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { AgainstOwn } from '@/app/_components/people/against-own'
import { ProfileForm } from '@/app/_components/people/profile-form'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage, personPath } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { countMembersEssays } from '@/forum/essay/for-members'
import { readAccount } from '@/forum/people/queries'
import { account } from '@/messages/account'
import { authoring } from '@/messages/authoring'
import { display } from '@/messages/display'
import { isLanguage } from '@/messages/language'
import { privacy } from '@/messages/privacy'
import { reading } from '@/messages/reading'
import { security } from '@/messages/security'
import { telling } from '@/messages/telling'
import { tokens } from '@/messages/tokens'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].settings)

export default async function SettingsPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const who = await viewer()
  const me = await orNotFound(readAccount(who), { language, path: '/settings' })
  const membersEssays = await countMembersEssays(who)
  return (
    <AccountPage title={t.settings}>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      <StandingNotice who={who} language={language} />
      <AgainstOwn who={who} language={language} />
      <AccountFacts me={me} language={language} />
      <nav aria-label={t.settings} className="grid justify-items-start gap-x-5 mid:grid-cols-2">
        <TextLink href={inLanguage(language, '/notifications')}>{t.notifications}</TextLink>
        <TextLink href={inLanguage(language, personPath(me.handle))}>{t.yourPage}</TextLink>
        <TextLink href={inLanguage(language, '/settings/notifications')}>{telling[language].title}</TextLink>
        <TextLink href={inLanguage(language, '/settings/security')}>{security[language].title}</TextLink>
        <TextLink href={inLanguage(language, '/settings/tokens')}>{tokens[language].title}</TextLink>
        <TextLink href={inLanguage(language, '/settings/data')}>{privacy[language].ownTitle}</TextLink>
        <TextLink href={inLanguage(language, '/settings/display')}>{display[language].title}</TextLink>
        <TextLink href={inLanguage(language, '/settings/name')}>{security[language].nameTitle}</TextLink>
        <TextLink href={inLanguage(language, '/drafts')}>{writing[language].drafts}</TextLink>
        <TextLink href={inLanguage(language, '/authoring')}>{authoring[language].title}</TextLink>
        {membersEssays > 0 ? (
          <TextLink href={inLanguage(language, '/members')}>{reading[language].forMembers}</TextLink>
        ) : null}
      </nav>
      <div className="border-t border-rule pt-6">
        <ProfileForm
          language={language}
          displayName={me.displayName}
          about={me.about}
          mails={isLanguage(me.language) ? me.language : language}
          kept={await keptForm('profile', query.kept)}
        />
      </div>
      <div className="border-t border-rule pt-6">
        <AccountForm
          action="/do/people/sign-out"
          language={language}
          kept={await keptForm('sign-out', query.kept)}
          className="flex"
        >
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.signOut}
          </button>
        </AccountForm>
      </div>
    </AccountPage>
  )
}
