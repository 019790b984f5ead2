import { ParagraphPages } from '@/app/_components/authoring/paragraph-pages'
import { ParagraphSettings } from '@/app/_components/authoring/paragraph-settings'
import { revisePath, settingsPath } from '@/app/_components/authoring/paths'
import { VisibilityField } from '@/app/_components/authoring/visibility-field'
import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { TextLink } from '@/app/_components/people/text-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { essayPath, inLanguage } from '@/app/_web/address'
import { BySlug } from '@/app/_web/addressed'
import { asked, idOf, type PageProps, privatePage } from '@/app/_web/asked'
import { inPath, SettingsQuery } from '@/app/_web/history-addressed'
import { historyPath } from '@/app/_web/history-paths'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readSettings } from '@/forum/essay/settings'
import { Visibility } from '@/forum/essay/visibility-input'
import { authoring } from '@/messages/authoring'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => authoring[language].settings)

/** The author's page of an essay: who finds it, its house rules, and each paragraph's discussion. */
export default async function EssaySettingsPage(props: PageProps<{ slug: string }>) {
  const { language, query, params } = await asked(props)
  const t = authoring[language]
  const { slug } = inPath(BySlug, params)
  const settings = await orNotFound(
    readSettings(await viewer(), slug, { page: parsed(SettingsQuery, query).page, paragraphId: idOf(query.paragraph) }),
    { language, path: settingsPath(slug) },
  )
  const { essay, paragraphs, page, count, visibility, houseRules } = settings
  const kept = await keptForm('essay-settings', query.kept)
  const keptParagraph = await keptForm('paragraph', query.kept)
  const rulesProblem = fieldProblem(kept, 'houseRules', language)
  return (
    <WidePage>
      <header className="grid gap-2">
        <h1 className="text-balance font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.settingsTitle(essay.title)}
        </h1>
        <p className="flex flex-wrap gap-x-5 text-sm">
          <TextLink href={inLanguage(language, essayPath(slug))}>{t.read}</TextLink>
          <TextLink href={inLanguage(language, revisePath(slug))}>{t.revise}</TextLink>
          <TextLink href={inLanguage(language, historyPath(slug))}>{t.history}</TextLink>
        </p>
      </header>
      {query.saved && !query.paragraph ? <Notice look="done">{t.settingsSaved}</Notice> : null}
      <AccountForm action="/do/essays/settings" language={language} kept={kept} hidden={{ slug }}>
        <VisibilityField
          chosen={Visibility.safeParse(kept?.fields.visibility).data ?? visibility}
          language={language}
        />
        <div className="grid gap-1">
          <label htmlFor="house-rules" className="text-sm font-semibold">
            {t.houseRules}
          </label>
          <textarea
            id="house-rules"
            name="houseRules"
            rows={4}
            dir="auto"
            lang={essay.language}
            defaultValue={kept ? (kept.fields.houseRules ?? '') : (houseRules ?? '')}
            aria-describedby="house-rules-hint"
            aria-invalid={rulesProblem ? true : undefined}
            className={FIELD}
          />
          <p id="house-rules-hint" className="text-[0.8125rem] text-ink-3">
            {t.houseRulesHint}
          </p>
        </div>
        <div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.saveSettings}
          </button>
        </div>
      </AccountForm>
      <section id="paragraphs" className="grid scroll-mt-20 gap-2">
        <h2 className="font-serif text-xl font-semibold">{t.paragraphs}</h2>
        <ul className="divide-y divide-rule border-y border-rule">
          {paragraphs.map((paragraph) => (
            <ParagraphSettings
              key={paragraph.id}
              paragraph={paragraph}
              essay={essay}
              kept={keptParagraph?.fields.paragraphId === paragraph.id ? keptParagraph : undefined}
              saved={query.paragraph === paragraph.id && query.saved !== undefined}
              language={language}
            />
          ))}
        </ul>
        <ParagraphPages slug={slug} page={page} count={count} language={language} />
      </section>
    </WidePage>
  )
}
