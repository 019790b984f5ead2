import { CoolForm } from '@/app/_components/moderation/cool-form'
import { coolPath } from '@/app/_components/moderation/paths'
import { dateTime, inMinutes } from '@/app/_components/moderation/when'
import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage, paragraphPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { locateParagraph } from '@/forum/essay/queries'
import { readCooling } from '@/forum/moderation/cooling'
import { cooling } from '@/messages/cooling'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => cooling[language].link)

/** One discussion is slowed, closed or opened again, by those who answer for it. */
export default async function CoolPage(props: PageProps<{ id: string }>) {
  const { language, params, query } = await asked(props)
  const { id } = parsed(ById, { id: params.id })
  const t = cooling[language]
  const who = await viewer()
  const { slow, locked, lockNote } = await orNotFound(readCooling(who, id), { language, path: coolPath(id) })
  const { ordinal } = await orNotFound(locateParagraph(who, id), { language, path: coolPath(id) })
  const kept = await keptForm('cool-thread', query.kept)
  return (
    <AccountPage title={t.title(ordinal)}>
      {query.saved && !kept ? <Notice look="done">{t.done}</Notice> : null}
      <p className="text-ink-2">{t.what}</p>
      <p className="rounded-md bg-sunk px-4 py-3 wrap-anywhere">
        <b className="font-semibold">{t.now}</b> {locked ? `${t.closed} ${lockNote ?? ''} ` : null}
        {slow
          ? `${t.line(inMinutes(slow.seconds, language))} ${slow.until ? t.until(dateTime(slow.until, language)) : ''} ${slow.note ?? ''}`
          : null}
        {locked || slow ? null : t.open}
      </p>
      <CoolForm paragraphId={id} isCooled={locked || slow !== null} kept={kept} language={language} />
      <p>
        <TextLink href={inLanguage(language, paragraphPath(id))}>{t.back}</TextLink>
      </p>
    </AccountPage>
  )
}
