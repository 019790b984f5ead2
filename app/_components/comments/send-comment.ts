import { isRefusalCode } from '@/forum/refusal'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'

type Written = {
  paragraphId: string
  parentId?: string
  editing?: { id: string; revision: number }
  body: string
  quote: string
  clientId: string
  language: Language
}

/** 128 random bits; secure contexts or not (a forum in a local network may have no HTTPS). */
export function newClientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends a comment or an edit to its JSON door. `sign-in`: the session is gone. `problem`: a sentence for the writer. */
export async function sendComment(written: Written): Promise<'sign-in' | { id: string } | { problem: string }> {
  const { editing, language } = written
  const address = editing ? `/api/comments/${editing.id}` : `/api/paragraphs/${written.paragraphId}/comments`
  const input = editing
    ? { body: written.body, revision: editing.revision }
    : {
        body: written.body,
        parentId: written.parentId,
        quote: written.quote || undefined,
        clientId: written.clientId,
      }
  try {
    const response = await fetch(address, {
      method: editing ? 'PATCH' : 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (response.ok) return (await response.json()) as { id: string }
    if (response.status === 401) return 'sign-in'
    const { code, facts } = (await response.json()) as { code?: unknown; facts?: Record<string, string | number> }
    // The door stops reading long before 10 MB; for the writer it is the same rule.
    const reason = code === 'too-large' ? 'body-too-long' : code
    return { problem: isRefusalCode(reason) ? refusals[language][reason](facts ?? {}) : thread[language].broken }
  } catch {
    return { problem: thread[language].offline }
  }
}
