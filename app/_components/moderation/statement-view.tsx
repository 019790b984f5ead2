import type { ReactNode } from 'react'
import { Written } from '@/app/_components/comments/written'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import { READY_REASONS } from '@/forum/moderation/input'
import type { Statement } from '@/forum/moderation/statement'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { AppealPart } from './appeal-part'
import { dateTime } from './when'

type Props = { statement: Statement; kept: KeptForm | undefined; language: Language }

/** What was decided, why, on which ground, how it came about, and how to object. */
export function StatementView({ statement, kept, language }: Props) {
  const t = desk[language]
  const { act, days, comment, warning, broughtBy } = statement
  return (
    <>
      <header>
        <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.statement}
        </h1>
        <p className="mt-1.5 text-sm text-ink-3">
          {comment.essay.title} · {dateTime(statement.createdAt, language)} UTC
        </p>
      </header>
      {comment.status === 'deleted' ? null : (
        <section aria-label={t.yourComment} className="rounded-lg border border-rule bg-leaf px-4 py-3.5">
          <Written html={comment.html} />
        </section>
      )}
      <dl className="grid gap-4">
        <Fact name={t.what}>
          {t.whatActs[act]} {act === 'suspend' && days ? t.forDays(days) : ''}
        </Fact>
        <Fact name={t.whyDecided}>
          <span dir="auto" className="wrap-anywhere">
            {statement.reason}
          </span>
        </Fact>
        <Fact name={t.basis}>{groundOf(statement.basis, language)}</Fact>
        <Fact name={t.how}>
          {[
            broughtBy.readers ? t.byReaders : '',
            broughtBy.checks ? t.byChecks : '',
            ...broughtBy.rules.map(({ name, version }) => t.byRule(name, version)),
            t.byPerson,
          ]
            .filter(Boolean)
            .join(language === 'zh' ? '' : ' ')}
        </Fact>
      </dl>
      {act === 'askEdit' && comment.status === 'held' ? (
        <p>
          <a href={inLanguage(language, `${commentPath(comment.id)}/edit`)} className={button('primary')}>
            {t.edit}
          </a>
        </p>
      ) : null}
      {warning ? <Acknowledge id={statement.id} done={warning.acknowledgedAt !== null} language={language} /> : null}
      <AppealPart statement={statement} kept={kept} language={language} />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  )
}

function groundOf(basis: string | null, language: Language): string {
  const ready = READY_REASONS.find((one) => one === basis)
  return ready ? moderation[language].ready[ready] : desk[language].ownWords
}

function Acknowledge({ id, done, language }: { id: string; done: boolean; language: Language }) {
  const t = desk[language]
  if (done) return <p className="text-ink-2">{t.acknowledged}</p>
  return (
    <form method="post" action="/do/decisions/acknowledge" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="decisionId" value={id} />
      <button type="submit" className={button('primary')}>
        {t.acknowledge}
      </button>
      <span className="text-sm text-ink-3">{t.acknowledgeHint}</span>
    </form>
  )
}
