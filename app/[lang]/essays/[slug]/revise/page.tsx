import { DraftField } from '@/app/_components/authoring/draft-field'
import { FileField } from '@/app/_components/authoring/file-field'
import { FormatField } from '@/app/_components/authoring/format-field'
import { draftName, revisePath } from '@/app/_components/authoring/paths'
import { AccountForm } from '@/app/_components/people/account-form'
import { TextLink } from '@/app/_components/people/text-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { inLanguage } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { inPath } from '@/app/_web/history-addressed'
import { historyPath } from '@/app/_web/history-paths'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readDraft } from '@/forum/essay/drafts'
import { TEXT_MAX_BYTES } from '@/forum/essay/input'
import { authoring } from '@/messages/authoring'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => authoring[language].revise)

/** Where an author writes the next revision. */
export default async function RevisePage(props: PageProps<{ slug: string }>) {
  const { language, query, params } = await asked(props)
  const t = authoring[language]
  const { slug } = inPath(BySlug, params)
  const { essay, current, draft } = await orNotFound(readDraft(await viewer(), slug), {
    language,
    path: revisePath(slug),
  })
  const kept = await keptForm('draft', query.kept)
  const format = draft?.format ?? current.format
  return (
    <WidePage>
      <header className="grid gap-2">
        <h1 className="text-balance font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.reviseTitle(essay.title)}
        </h1>
        <p className="text-ink-2">{t.reviseHint}</p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-[0.8125rem] text-ink-3">
          {t.basedOn(current.number)}
          <TextLink href={inLanguage(language, historyPath(slug))}>{t.history}</TextLink>
        </p>
      </header>
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      {draft && draft.base !== current.number ? <Notice>{t.movedOn(current.number)}</Notice> : null}
      {draft?.restores ? <Notice>{t.restores(draft.restores)}</Notice> : null}
      <AccountForm action="/do/essays/draft" language={language} kept={kept} hidden={{ slug }} files>
        <DraftField
          name={draftName(essay.id)}
          settled={query.saved !== undefined || query.dropped !== undefined}
          saved={draft?.source ?? current.source}
          kept={kept?.fields.source}
          essayLanguage={essay.language}
          language={language}
        />
        <FormatField format={kept?.fields.format === 'markdown' ? 'markdown' : format} language={language} />
        <FileField most={TEXT_MAX_BYTES} language={language} />
        <div className="flex flex-wrap gap-3">
          <button type="submit" name="intent" value="look" className={button('primary', 'min-h-11')}>
            {t.look}
          </button>
          <button type="submit" name="intent" value="save" className={button('plain', 'min-h-11')}>
            {t.save}
          </button>
          {draft ? (
            <button type="submit" name="intent" value="drop" className={button('quiet', 'ms-auto min-h-11')}>
              {t.drop}
            </button>
          ) : null}
        </div>
      </AccountForm>
    </WidePage>
  )
}
