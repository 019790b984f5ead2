import type { KeptForm } from '@/forum/forms/kept'
import { DECISION_ACTS } from '@/forum/moderation/input'
import { account } from '@/messages/account'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'

/** Why a form was not accepted. */
export function problemSentence(problem: NonNullable<KeptForm['problem']>, language: Language): string {
  if (problem.field === 'email' && problem.code === 'bad-input') return account[language].emailWrong
  const { by, act } = problem.facts ?? {}
  const decided = DECISION_ACTS.find((one) => one === act)
  if (problem.code === 'case-closed' && by && decided)
    return desk[language].closedBy(String(by), desk[language].acts[decided])
  return refusals[language][problem.code](problem.facts ?? {})
}

/** The same for one field of it; undefined when the problem is another one. */
export function fieldProblem(kept: KeptForm | undefined, field: string, language: Language): string | undefined {
  return kept?.problem?.field === field ? problemSentence(kept.problem, language) : undefined
}
