import type { Metadata } from 'next'
import { rulesPath } from '@/app/_components/rules/paths'
import { RuleCases } from '@/app/_components/rules/rule-cases'
import { RuleDetail } from '@/app/_components/rules/rule-detail'
import { RuleForm } from '@/app/_components/rules/rule-form'
import { inLanguage } from '@/app/_web/address'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readCasesOfRule } from '@/forum/moderation/of-rule'
import { RuleAddress } from '@/forum/rules/input'
import { readRules } from '@/forum/rules/queries'
import { rules } from '@/messages/rules'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: rules[pageLanguage((await params).lang)].title }
}

/** The rules that moderators write, and one of them. */
export default async function RulesPage({ params, searchParams }: Props) {
  const language = pageLanguage((await params).lang)
  const query = await searchParams
  const asked = RuleAddress.parse(query)
  const t = rules[language]
  const reading = viewer().then((who) => readRules(who, asked))
  const { rules: all, chosen } = await orNotFound(reading, { language, path: rulesPath(asked.rule) })
  const kept = await keptForm('rule', query.kept)
  const cases = chosen ? await readCasesOfRule(await viewer(), chosen.id) : null
  return (
    <main className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-6 px-4 py-7 mid:px-7">
      <div className="grid gap-2">
        <h1 className="font-serif text-2xl font-semibold">{t.title}</h1>
        <p className="text-ink-2">{t.intro}</p>
      </div>
      {all.length === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <ul aria-label={t.all} className="border-t border-rule">
          {all.map((rule) => (
            <li key={rule.id} className="border-b border-rule">
              <a
                href={inLanguage(language, rulesPath(rule.id))}
                aria-current={rule.id === chosen?.id ? 'true' : undefined}
                className="flex min-h-11 flex-wrap items-center gap-x-3 py-2 hover:underline aria-[current]:font-semibold"
              >
                <span className="me-auto wrap-anywhere">{rule.name}</span>
                <span className="text-[0.8125rem] text-ink-3">
                  {t.stages[rule.stage]} · {t.version(rule.version)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {chosen ? <RuleDetail rule={chosen} language={language} /> : null}
      {chosen && cases ? (
        <RuleCases
          ruleId={chosen.id}
          found={cases}
          kept={await keptForm('decide-many', query.kept)}
          language={language}
        />
      ) : null}
      <details open={kept !== undefined || all.length === 0} className={chosen ? 'border-t border-rule pt-4' : ''}>
        <summary className="w-fit py-2 font-semibold text-rubric-ink">{chosen ? t.change : t.add}</summary>
        <div className="grid gap-3 pt-2">
          {chosen ? <p className="text-sm text-ink-2">{t.changeHint}</p> : null}
          <RuleForm rule={chosen} kept={kept} language={language} />
        </div>
      </details>
      {chosen ? (
        <a href={inLanguage(language, rulesPath())} className="w-fit py-2 text-rubric-ink hover:underline">
          {t.add}
        </a>
      ) : null}
    </main>
  )
}
