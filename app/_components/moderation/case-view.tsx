import { ProblemNotice } from '@/app/_components/people/problem-notice'
import { TextLink } from '@/app/_components/people/text-link'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import type { ListPlace } from '@/forum/moderation/input'
import type { DeskCase } from '@/forum/moderation/queries'
import { cooling } from '@/messages/cooling'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { AboveComments } from './above-comments'
import { CaseAppeal } from './case-appeal'
import { CaseClaim } from './case-claim'
import { CaseComment } from './case-comment'
import { CaseEdits } from './case-edits'
import { CaseParagraph } from './case-paragraph'
import { CaseReasons } from './case-reasons'
import { DecisionForm } from './decision-form'
import { DecisionList } from './decision-list'
import { coolPath } from './paths'

type Props = {
  item: DeskCase
  kept: KeptForm | undefined
  place: ListPlace
  language: Language
}

/** The middle column: everything one has to have read, then the decision. */
export function CaseView({ item, kept: given, place, language }: Props) {
  const t = moderation[language]
  const kept = given?.form === 'decide-case' ? given : undefined
  const problem = given?.form === 'suspend-person' ? null : given?.problem
  const { essay } = item.comment
  return (
    <article
      aria-labelledby="case"
      className="min-w-0 border-rule wide:flex wide:flex-col wide:overflow-y-auto wide:border-e wide:[@media(min-height:44rem)]:overflow-hidden"
    >
      <div className="relative px-4 pt-4 pb-6 mid:px-7.5 wide:[@media(min-height:44rem)]:flex-1 wide:[@media(min-height:44rem)]:overflow-y-auto">
        {problem ? (
          <div className="mb-4">
            <ProblemNotice problem={problem} language={language} />
          </div>
        ) : null}
        <h2 id="case" className="sr-only">
          {t.caseOf(item.person.handle)}
        </h2>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-[0.8125rem] wrap-anywhere text-ink-3">
          {item.wording ? (
            <a
              href={inLanguage(language, commentPath(item.comment.id))}
              className="inline-block py-1 hover:text-ink hover:underline"
            >
              {t.place(essay.title, item.wording.ordinal)}
            </a>
          ) : (
            essay.title
          )}
          {item.wording && !item.wording.paragraph.retiredInId ? (
            <TextLink href={inLanguage(language, coolPath(item.comment.paragraphId))}>
              {cooling[language].link}
            </TextLink>
          ) : null}
        </p>
        {item.wording ? (
          <CaseParagraph text={item.wording.text} essayLanguage={essay.language} language={language} />
        ) : null}
        {item.wording?.paragraph.retiredInId ? <p className="mb-4 text-sm text-warn">{t.retired}</p> : null}
        <AboveComments above={item.above} language={language} />
        <CaseComment item={item} language={language} />
        <CaseEdits item={item} language={language} />
        <CaseAppeal item={item} language={language} />
        <CaseReasons item={item} language={language} />
        <DecisionList decisions={item.decisions} language={language} />
      </div>
      {/* With everything unfolded it is higher than the window: it scrolls, and leaves room for what is decided about. */}
      <div className="wide:[@media(min-height:44rem)]:max-h-3/4 wide:[@media(min-height:44rem)]:flex-none wide:[@media(min-height:44rem)]:overflow-y-auto">
        <CaseClaim item={item} place={place} kept={given} language={language} />
        <DecisionForm item={item} kept={kept} place={place} language={language} />
      </div>
    </article>
  )
}
