import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readAccount } from '@/forum/people/queries'
import { account } from '@/messages/account'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].nameTitle)

/** Another name beside what one writes. */
export default async function NamePage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = security[language]
  const me = await orNotFound(readAccount(await viewer()), { language, path: '/settings/name' })
  const kept = await keptForm('handle', query.kept)
  return (
    <AccountPage title={t.nameTitle}>
      {query.saved ? <Notice look="done">{account[language].saved}</Notice> : null}
      <p>{t.nameWhat}</p>
      <AccountForm action="/do/people/handle" language={language} kept={kept}>
        <Field
          name="handle"
          label={account[language].name}
          hint={account[language].nameHint}
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={kept?.fields.handle ?? me.handle}
          error={fieldProblem(kept, 'handle', language)}
          required
        />
        <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
          {account[language].save}
        </button>
      </AccountForm>
    </AccountPage>
  )
}
