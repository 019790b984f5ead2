import { dateTime } from '@/app/_components/moderation/when'
import { AccountForm } from '@/app/_components/people/account-form'
import { inLanguage } from '@/app/_web/address'
import { STAGES, TRIAL_MAX } from '@/forum/rules/input'
import type { RuleView } from '@/forum/rules/queries'
import type { Language } from '@/messages/language'
import { rules } from '@/messages/rules'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { rulesPath } from './paths'
import { RuleRehearsal } from './rule-rehearsal'

/** One rule: its state, a trial, its rehearsal, its versions. */
export function RuleDetail({ rule, language }: { rule: RuleView; language: Language }) {
  const t = rules[language]
  return (
    <section aria-labelledby="rule-title" className="grid gap-6 pt-3">
      <div className="grid gap-2">
        <h2 id="rule-title" className="text-xl font-semibold wrap-anywhere">
          {rule.name}
        </h2>
        <p>
          <b className="font-semibold">{t.stages[rule.stage]}</b> · {t.version(rule.version)} ·{' '}
          {t.stageHints[rule.stage]}
        </p>
        <p className="text-sm text-ink-2">{t.caught(rule.caught.shadow, rule.caught.live)}</p>
        <div className="flex flex-wrap gap-2">
          {STAGES.filter((stage) => stage !== rule.stage && stage !== 'draft').map((stage) => (
            <AccountForm key={stage} action="/do/rules/switch" language={language} hidden={{ ruleId: rule.id, stage }}>
              <button type="submit" title={t.stageHints[stage]} className={button('plain', 'min-h-11')}>
                {t.switchTo(t.stages[stage])}
              </button>
            </AccountForm>
          ))}
        </div>
      </div>
      <section aria-labelledby="try-title" className="grid max-w-xl gap-2">
        <h3 id="try-title" className="font-semibold">
          {t.tryTitle}
        </h3>
        <form method="get" action={inLanguage(language, rulesPath())} className="grid gap-2">
          <input type="hidden" name="rule" value={rule.id} />
          <label htmlFor="trial" className="text-sm">
            {t.tryText}
          </label>
          <textarea
            id="trial"
            name="text"
            rows={3}
            maxLength={TRIAL_MAX}
            dir="auto"
            defaultValue={rule.trial?.text ?? ''}
            className={FIELD}
          />
          <div>
            <button type="submit" className={button('plain', 'min-h-11')}>
              {t.tryIt}
            </button>
          </div>
        </form>
        {rule.trial ? (
          <p role="status" className="rounded-md bg-sunk px-4 py-3 wrap-anywhere">
            {rule.trial.found === null ? t.notFound : t.found(rule.trial.found.trim())}
          </p>
        ) : null}
      </section>
      <RuleRehearsal rule={rule} language={language} />
      <section aria-labelledby="versions-title" className="grid gap-2">
        <h3 id="versions-title" className="font-semibold">
          {t.versions}
        </h3>
        <ol className="grid gap-3 text-sm">
          {rule.versions.map((version) => (
            <li key={version.version} className="border-s-2 border-rule-strong ps-3">
              <p>
                <b className="font-semibold">{t.version(version.version)}</b>{' '}
                {t.by(version.by.handle, dateTime(version.createdAt, language))}
              </p>
              <p className="text-ink-2">
                {t.kinds[version.kind]} · {t.acts[version.act]}
              </p>
              <pre dir="auto" className="whitespace-pre-wrap font-mono text-[0.8125rem] wrap-anywhere">
                {version.looksFor}
              </pre>
              <p dir="auto" className="text-ink-2 wrap-anywhere">
                {version.reason}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </section>
  )
}
