import { coolPath } from '@/app/_components/moderation/paths'
import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage, threadPath } from '@/app/_web/address'
import { type EssaySettings, READERS_MOST, UNANSWERED_MOST } from '@/forum/essay/settings'
import type { KeptForm } from '@/forum/forms/kept'
import { authoring } from '@/messages/authoring'
import { cooling } from '@/messages/cooling'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'

type Props = {
  paragraph: EssaySettings['paragraphs'][number]
  essay: EssaySettings['essay']
  kept: KeptForm | undefined
  saved: boolean
  language: Language
}

/** One paragraph on the author's page: what goes on there, and what can be set. */
export function ParagraphSettings({ paragraph, essay, kept, saved, language }: Props) {
  const t = authoring[language]
  const { id, ordinal, text, commentCount, readers, unanswered, question, lockedAt, lockNote, pinned } = paragraph
  const isOpen = kept !== undefined || saved
  const value = (name: string, now: string | null) => (kept ? (kept.fields[name] ?? '') : (now ?? ''))
  const state = [
    t.goesTo(commentCount),
    readers > 0 ? t.readers(readers, READERS_MOST) : '',
    unanswered > 0 ? t.unanswered(unanswered, UNANSWERED_MOST) : '',
    question ? t.hasQuestion : '',
    pinned ? t.hasPin : '',
    lockedAt ? t.isLocked : '',
  ].filter(Boolean)
  const field = (name: string) => ({ id: `${name}-${id}`, name, autoComplete: 'off' })
  return (
    <li id={`paragraph-${id}`} className="scroll-mt-20 py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-[0.8125rem] text-ink-3">
        <TextLink href={inLanguage(language, threadPath(essay.slug, ordinal))}>{t.from(ordinal)}</TextLink>
        {state.join(' · ')}
      </p>
      <p lang={essay.language} dir="auto" className="line-clamp-2 font-serif text-base/[1.5]">
        {text.slice(0, 300)}
      </p>
      <details open={isOpen} className="mt-1.5">
        <summary className="w-fit py-1 text-sm text-rubric-ink hover:underline pointer-coarse:py-2.5">
          {t.paragraphSettings}
        </summary>
        <div className="grid gap-4 pt-3 pb-1">
          {saved ? <Notice look="done">{t.settingsSaved}</Notice> : null}
          <AccountForm
            action="/do/essays/paragraph"
            language={language}
            kept={kept}
            hidden={{ slug: essay.slug, paragraphId: id }}
          >
            <Field
              {...field('question')}
              label={t.question}
              hint={t.questionHint}
              error={fieldProblem(kept, 'question', language)}
              defaultValue={value('question', question)}
              maxLength={300}
            />
            <Field
              {...field('pinned')}
              label={t.pinnedComment}
              hint={t.pinnedHint}
              error={kept?.problem?.field === 'pinned' ? t.pinnedWrong : undefined}
              defaultValue={value('pinned', pinned)}
            />
            <label className="flex min-h-9 items-baseline gap-2.5 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name="locked"
                value="on"
                defaultChecked={kept ? kept.fields.locked === 'on' : lockedAt !== null}
                className="accent-rubric"
              />
              {t.lock}
            </label>
            <Field
              {...field('lockNote')}
              label={t.lockNote}
              error={fieldProblem(kept, 'lockNote', language)}
              defaultValue={value('lockNote', lockNote)}
              maxLength={300}
            />
            <p className="text-sm">
              <TextLink href={inLanguage(language, coolPath(id))}>{cooling[language].link}</TextLink>
            </p>
            <div>
              <button type="submit" className={button('plain', 'min-h-11')}>
                {t.saveSettings}
              </button>
            </div>
          </AccountForm>
        </div>
      </details>
    </li>
  )
}
