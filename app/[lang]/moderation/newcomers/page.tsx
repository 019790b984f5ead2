import { InvitationForm } from '@/app/_components/admission/invitation-form'
import { InvitationList } from '@/app/_components/admission/invitation-list'
import { NewcomerList } from '@/app/_components/admission/newcomer-list'
import { invitationPath, newcomersPath } from '@/app/_components/admission/paths'
import { TextLink } from '@/app/_components/people/text-link'
import { forumSettingsPath } from '@/app/_components/settings/paths'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { carriedLink } from '@/app/_web/auth/shown-invitation'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readNewcomers } from '@/forum/admission/queries'
import { may } from '@/forum/policy'
import { env } from '@/lib/env'
import { admission } from '@/messages/admission'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => admission[language].title)

/** Who waits to be let in, and the invitations. */
export default async function NewcomersPage(props: PageProps<Record<string, string>>) {
  const { language, query } = await asked(props)
  const t = admission[language]
  const who = await viewer()
  const reading = readNewcomers(who)
  const { way, waiting, unproven, refused, invitations } = await orNotFound(reading, { language, path: newcomersPath })
  const secret = query.done === 'made' ? await carriedLink() : undefined
  const refusing = await keptForm('refuse-newcomer', query.kept)
  const shared = { language, kept: refusing }
  const heading = 'font-serif text-xl font-semibold'
  return (
    <main className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-8 px-4 py-7 mid:px-7">
      <div className="grid gap-2">
        <h1 className="font-serif text-2xl font-semibold">{t.title}</h1>
        <p className="text-ink-2">{t.now[way]}</p>
        {may('setting.change', who) ? (
          <p>
            <TextLink href={inLanguage(language, forumSettingsPath)}>{t.change}</TextLink>
          </p>
        ) : null}
      </div>
      {query.done === 'admitted' || query.done === 'refused' ? <Notice look="done">{t.done[query.done]}</Notice> : null}
      <section aria-labelledby="waiting" className="grid gap-3">
        <h2 id="waiting" className={heading}>
          {t.waiting}
        </h2>
        {waiting.length > 0 ? (
          <NewcomerList people={waiting} refusable {...shared} />
        ) : (
          <p className="text-ink-2">{t.nobodyWaits}</p>
        )}
      </section>
      {unproven.length > 0 ? (
        <section aria-labelledby="unproven" className="grid gap-3">
          <h2 id="unproven" className={heading}>
            {t.unproven}
          </h2>
          <p className="text-[0.8125rem] text-ink-3">{t.unprovenHint}</p>
          <NewcomerList people={unproven} refusable={false} {...shared} />
        </section>
      ) : null}
      {refused.length > 0 ? (
        <section aria-labelledby="refused" className="grid gap-3">
          <h2 id="refused" className={heading}>
            {t.refused}
          </h2>
          <NewcomerList people={refused} refusable={false} {...shared} />
        </section>
      ) : null}
      <section aria-labelledby="invitations" className="grid gap-4">
        <h2 id="invitations" className={heading}>
          {t.invitations}
        </h2>
        <p className="text-ink-2">{t.invitationsHint}</p>
        {secret ? (
          <Notice look="done">
            {t.made}
            <code className="mt-2 block select-all font-mono wrap-anywhere">
              {new URL(inLanguage(language, invitationPath(secret)), env().NEXTAUTH_URL).href}
            </code>
          </Notice>
        ) : null}
        {query.done === 'revoked' ? <Notice look="done">{t.revoked}</Notice> : null}
        <InvitationForm kept={await keptForm('make-invitation', query.kept)} language={language} />
        <InvitationList list={invitations} language={language} />
      </section>
    </main>
  )
}
