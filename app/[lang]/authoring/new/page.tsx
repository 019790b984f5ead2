import { DraftField } from '@/app/_components/authoring/draft-field'
import { FileField } from '@/app/_components/authoring/file-field'
import { FormatField } from '@/app/_components/authoring/format-field'
import { VisibilityField } from '@/app/_components/authoring/visibility-field'
import { AccountForm } from '@/app/_components/people/account-form'
import { WidePage } from '@/app/_components/people/wide-page'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { mayCreateEssay } from '@/forum/essay/authored'
import { TEXT_MAX_BYTES } from '@/forum/essay/input'
import { Visibility } from '@/forum/essay/visibility-input'
import type { KeptForm } from '@/forum/forms/kept'
import { authoring } from '@/messages/authoring'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => authoring[language].newEssay)

export default async function NewEssayPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = authoring[language]
  await orNotFound(mayCreateEssay(await viewer()), { language, path: '/authoring/new' })
  const kept = await keptForm('essay', query.kept)
  const field = (name: 'title' | 'slug' | 'language') => ({ name, defaultValue: kept?.fields[name] ?? '' })
  return (
    <WidePage>
      <header className="grid gap-2">
        <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.createTitle}
        </h1>
        <p className="text-ink-2">{t.createHint}</p>
      </header>
      <AccountForm action="/do/essays/create" language={language} kept={kept} files>
        <Field
          {...field('title')}
          label={t.essayTitle}
          hint={t.essayTitleHint}
          error={problem(kept, 'title', t.titleMissing)}
          maxLength={200}
          autoComplete="off"
        />
        <DraftField name="new-essay" saved="" kept={kept?.fields.source} essayLanguage="" language={language} />
        <FormatField format={kept?.fields.format === 'text' ? 'text' : 'markdown'} language={language} />
        <FileField most={TEXT_MAX_BYTES} language={language} />
        <Field
          {...field('slug')}
          label={t.slug}
          hint={t.slugHint}
          error={problem(kept, 'slug', t.slugTaken)}
          maxLength={80}
          autoComplete="off"
        />
        <Field {...field('language')} label={t.language} hint={t.languageHint} maxLength={35} autoComplete="off" />
        <VisibilityField chosen={Visibility.safeParse(kept?.fields.visibility).data ?? 'public'} language={language} />
        <div>
          <button type="submit" className={button('primary', 'min-h-11')}>
            {t.create}
          </button>
        </div>
      </AccountForm>
    </WidePage>
  )
}

/** Beside its field; the sentence above the form says only that something is not right. */
function problem(kept: KeptForm | undefined, field: string, sentence: string): string | undefined {
  return kept?.problem?.field === field ? sentence : undefined
}
