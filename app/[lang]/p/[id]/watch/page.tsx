import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { Options } from '@/app/_components/telling/options'
import { inLanguage, paragraphPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { locateParagraph } from '@/forum/essay/queries'
import { readThreadChoice } from '@/forum/notifications/choices'
import { reading } from '@/messages/reading'
import { telling } from '@/messages/telling'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => telling[language].threadLink)

export default async function WatchPage(props: PageProps<{ id: string }>) {
  const { language, params, query } = await asked(props)
  const { id } = parsed(ById, { id: params.id })
  const t = telling[language]
  const path = `${paragraphPath(id)}/watch`
  const who = await viewer()
  const chosen = await orNotFound(readThreadChoice(who, id), { language, path })
  const paragraph = await orNotFound(locateParagraph(who, id), { language, path })
  return (
    <AccountPage title={t.threadTitle(paragraph.ordinal)}>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      <p className="text-ink-2">{t.threadWhat}</p>
      <AccountForm
        action="/do/notifications/thread"
        language={language}
        kept={await keptForm('thread-choice', query.kept)}
        hidden={{ paragraphId: id }}
      >
        <Options legend={t.threadLink} options={Object.entries(t.choices)} chosen={chosen} />
        <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
          {t.save}
        </button>
      </AccountForm>
      <p>
        <TextLink href={inLanguage(language, paragraphPath(id))}>
          {reading[language].thread(paragraph.ordinal)}
        </TextLink>
      </p>
    </AccountPage>
  )
}
