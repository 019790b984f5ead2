import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { Options } from '@/app/_components/telling/options'
import { essayPath, inLanguage } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { inPath } from '@/app/_web/history-addressed'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readEssayWatch } from '@/forum/notifications/essay-watch'
import { telling } from '@/messages/telling'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => telling[language].essayLink)

export default async function WatchEssayPage(props: PageProps<{ slug: string }>) {
  const { language, params, query } = await asked(props)
  const { slug } = inPath(BySlug, params)
  const t = telling[language]
  const path = `${essayPath(slug)}/watch`
  const { essay, watched } = await orNotFound(readEssayWatch(await viewer(), slug), { language, path })
  return (
    <AccountPage title={t.essayTitle(essay.title)}>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      <p className="text-ink-2">{t.essayWhat}</p>
      <AccountForm
        action="/do/notifications/essay"
        language={language}
        kept={await keptForm('watch-essay', query.kept)}
        hidden={{ slug }}
      >
        <Options legend={t.essayLink} options={Object.entries(t.essayChoices)} chosen={watched ? 'watched' : 'usual'} />
        <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
          {t.save}
        </button>
      </AccountForm>
      <p>
        <TextLink href={inLanguage(language, essayPath(slug))}>{essay.title}</TextLink>
      </p>
    </AccountPage>
  )
}
