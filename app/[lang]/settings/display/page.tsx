import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { Choices } from '@/app/_components/people/choices'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptOnDevice } from '@/app/_web/display'
import { keptForm } from '@/app/_web/kept'
import { viewer } from '@/app/_web/viewer'
import { readDisplay } from '@/forum/people/display'
import { display } from '@/messages/display'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => display[language].title)

const INITIAL = { theme: 'system', textSize: 'normal', marks: 'on', keys: 'on' } as const

/** For guests too: their device keeps it. */
export default async function DisplayPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = display[language]
  const who = await viewer()
  const chosen = (await readDisplay(who)) ?? (await keptOnDevice()) ?? INITIAL
  return (
    <AccountPage title={t.title}>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      <p className="text-ink-2">{who.role === 'guest' ? t.onDevice : t.withAccount}</p>
      <noscript>
        <p className="text-ink-2">{t.noScript}</p>
      </noscript>
      <AccountForm action="/do/people/display" language={language} kept={await keptForm('display', query.kept)}>
        <Choices name="theme" legend={t.theme} choices={Object.entries(t.themes)} chosen={chosen.theme} />
        <Choices name="textSize" legend={t.textSize} choices={Object.entries(t.sizes)} chosen={chosen.textSize} />
        <Choices name="marks" legend={t.marks} choices={Object.entries(t.marksOf)} chosen={chosen.marks} />
        <Choices name="keys" legend={t.keys} choices={Object.entries(t.keysOf)} chosen={chosen.keys} />
        <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
          {t.save}
        </button>
      </AccountForm>
      <p className="text-[0.8125rem] text-ink-3">
        {t.here} <TextLink href={inLanguage(language, '/keys')}>{t.keyList}</TextLink>
      </p>
    </AccountPage>
  )
}
