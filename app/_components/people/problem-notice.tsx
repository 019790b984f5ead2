import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { Notice } from '@/ui/notice'
import { problemSentence } from './problem-sentence'

export function ProblemNotice({ problem, language }: { problem: KeptForm['problem'] | undefined; language: Language }) {
  return problem ? <Notice look="refusal">{problemSentence(problem, language)}</Notice> : null
}
