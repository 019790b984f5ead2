import { AccountForm } from '@/app/_components/people/account-form'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { readExport } from '@/forum/privacy/exports'
import { type Language, LOCALE } from '@/messages/language'
import { privacy } from '@/messages/privacy'
import { button } from '@/ui/button'

type Props = { language: Language; copy: Awaited<ReturnType<typeof readExport>>; kept: KeptForm | undefined }

/** The last copy somebody asked for: how far it is, or where to fetch it; and a way to ask for another. */
export function ExportState({ language, copy, kept }: Props) {
  const t = privacy[language]
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <>
      <p className="text-ink-2">{t.exportWhat}</p>
      {copy ? (
        <div className="grid gap-2 rounded-md border border-rule bg-leaf p-4">
          <p className="text-[0.8125rem] text-ink-3">{t.exportAsked(date.format(copy.askedAt))}</p>
          {copy.finishedAt ? (
            <>
              <p>{t.exportReady(date.format(copy.until))}</p>
              <p className="flex flex-wrap gap-x-5">
                <TextLink href={`/api/exports/${copy.id}?as=html`}>{t.exportPage}</TextLink>
                <TextLink href={`/api/exports/${copy.id}?as=json`}>{t.exportData}</TextLink>
              </p>
            </>
          ) : (
            <>
              <p role="status">
                {copy.total === 0 ? t.exportWaiting : t.exportRunning(copy.written, copy.total)}{' '}
                <progress value={copy.written} max={Math.max(1, copy.total)} className="align-middle accent-rubric" />
              </p>
              <p>
                <TextLink href={inLanguage(language, '/settings/data')}>{t.exportLook}</TextLink>
              </p>
            </>
          )}
        </div>
      ) : null}
      {copy && !copy.finishedAt ? null : (
        <AccountForm action="/do/privacy/export" language={language} kept={kept} className="flex">
          <button type="submit" className={button('plain', 'min-h-11 px-5')}>
            {t.exportAsk}
          </button>
        </AccountForm>
      )}
    </>
  )
}
