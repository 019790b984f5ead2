import { isRefusalCode } from '@/forum/refusal'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'

/** Gives or takes back a vote at its JSON door. `sign-in`: the session is gone. `problem`: a sentence for the reader. */
export async function sendVote(
  commentId: string,
  on: boolean,
  language: Language,
): Promise<'sign-in' | { score: number } | { problem: string }> {
  try {
    const response = await fetch(`/api/comments/${commentId}/vote`, { method: on ? 'PUT' : 'DELETE' })
    if (response.ok) return (await response.json()) as { score: number }
    if (response.status === 401) return 'sign-in'
    const { code, facts } = (await response.json()) as { code?: unknown; facts?: Record<string, string | number> }
    return { problem: isRefusalCode(code) ? refusals[language][code](facts ?? {}) : thread[language].loadFailed }
  } catch {
    return { problem: thread[language].loadFailed }
  }
}
