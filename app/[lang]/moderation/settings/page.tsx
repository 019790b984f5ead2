import { ModerationForm } from '@/app/_components/settings/moderation-form'
import { forumSettingsPath } from '@/app/_components/settings/paths'
import { SignUpForm } from '@/app/_components/settings/sign-up-form'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readModerationSettings } from '@/forum/settings/queries'
import { admission } from '@/messages/admission'
import { settings } from '@/messages/settings'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => settings[language].title)

/** What the owner decides for the whole forum. */
export default async function ForumSettingsPage(props: PageProps<Record<string, string>>) {
  const { language, query } = await asked(props)
  const t = settings[language]
  const reading = readModerationSettings(await viewer())
  const now = await orNotFound(reading, { language, path: forumSettingsPath })
  return (
    <main className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-6 px-4 py-7 mid:px-7">
      <div className="grid gap-2">
        <h1 className="font-serif text-2xl font-semibold">{t.title}</h1>
        <p className="text-ink-2">{t.intro}</p>
      </div>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      <section aria-labelledby="moderation-settings" className="grid gap-4">
        <h2 id="moderation-settings" className="font-serif text-xl font-semibold">
          {t.moderation}
        </h2>
        <ModerationForm now={now} kept={await keptForm('forum-settings', query.kept)} language={language} />
      </section>
      <section aria-labelledby="sign-up-settings" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="sign-up-settings" className="font-serif text-xl font-semibold">
          {admission[language].settings}
        </h2>
        <SignUpForm now={now.signUp} kept={await keptForm('sign-up-settings', query.kept)} language={language} />
      </section>
    </main>
  )
}
