import { redirect } from 'next/navigation'
import { ChangeItem } from '@/app/_components/authoring/change-item'
import { draftName, preflightPath, revisePath } from '@/app/_components/authoring/paths'
import { SettledDraft } from '@/app/_components/authoring/settled-draft'
import { ThreadCounts } from '@/app/_components/authoring/thread-counts'
import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { TextLink } from '@/app/_components/people/text-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { inLanguage } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { inPath } from '@/app/_web/history-addressed'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readDraft } from '@/forum/essay/drafts'
import { type Preflight, readPreflight } from '@/forum/essay/preflight'
import { Refusal } from '@/forum/refusal'
import { authoring } from '@/messages/authoring'
import { refusals } from '@/messages/refusals'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => authoring[language].look)

/** What publishing the draft would do, before anything is public. */
export default async function PreflightPage(props: PageProps<{ slug: string }>) {
  const { language, query, params } = await asked(props)
  const t = authoring[language]
  const { slug } = inPath(BySlug, params)
  const who = await viewer()
  const { essay, draft } = await orNotFound(readDraft(who, slug), { language, path: preflightPath(slug) })
  if (!draft) redirect(inLanguage(language, revisePath(slug)))
  const looked = await look(readPreflight(who, slug))
  const kept = await keptForm('preflight', query.kept)
  const back = <TextLink href={inLanguage(language, revisePath(slug))}>{t.back}</TextLink>
  return (
    <WidePage>
      <header className="grid gap-2">
        <h1 className="text-balance font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.preflightTitle(essay.title)}
        </h1>
        {looked instanceof Refusal ? null : <p className="text-[0.8125rem] text-ink-3">{t.compared(looked.base)}</p>}
        <p className="text-sm">{back}</p>
      </header>
      <SettledDraft name={draftName(essay.id)} />
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      {looked instanceof Refusal ? (
        <Notice look="refusal">
          {t.unpublishable} {refusals[language][looked.code](looked.about.facts ?? {})}
        </Notice>
      ) : looked.changed ? (
        <AccountForm
          action="/do/essays/publish"
          language={language}
          kept={kept}
          hidden={{ slug, base: String(looked.base) }}
        >
          {draft.base === looked.base ? null : <Notice>{t.movedOn(looked.base)}</Notice>}
          <ThreadCounts threads={looked.threads} language={language} />
          <Changes preflight={looked} language={language} />
          <Field
            name="note"
            label={t.note}
            hint={t.noteHint}
            error={fieldProblem(kept, 'note', language)}
            defaultValue={kept?.fields.note ?? looked.note ?? ''}
            maxLength={500}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="publish" className={button('primary', 'min-h-11')}>
              {t.publish}
            </button>
            <button type="submit" name="intent" value="keep" formNoValidate className={button('plain', 'min-h-11')}>
              {t.keepDecisions}
            </button>
          </div>
        </AccountForm>
      ) : (
        <Notice>{t.unchanged}</Notice>
      )}
    </WidePage>
  )
}

/** A text that cannot be published is no error of the page: its draft is there, and the page says what is wrong. */
async function look(reading: Promise<Preflight>): Promise<Preflight | Refusal> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function Changes({ preflight, language }: { preflight: Preflight; language: keyof typeof authoring }) {
  const t = authoring[language]
  const { changes, credits, more, essay } = preflight
  const list = (shown: typeof changes) => (
    <ul>
      {shown.map((change) => (
        <ChangeItem
          key={`${change.paragraphId} ${change.to[0]?.ordinal}`}
          change={change}
          credits={credits}
          essayLanguage={essay.language}
          language={language}
        />
      ))}
    </ul>
  )
  const asking = changes.filter(({ asks, fate }) => asks || fate !== null)
  const quiet = changes.filter((change) => !asking.includes(change))
  return (
    <>
      {asking.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="font-serif text-xl font-semibold">{t.needYou}</h2>
          <p className="text-ink-2">{t.needYouHint}</p>
          {list(asking)}
        </section>
      ) : null}
      {quiet.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="font-serif text-xl font-semibold">{t.changes}</h2>
          {list(quiet)}
          {more > 0 ? <p className="text-ink-3">{t.more(more)}</p> : null}
        </section>
      ) : null}
    </>
  )
}
