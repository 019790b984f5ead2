import type { CommentView } from '@/forum/comments/view'
import { isRefusalCode } from '@/forum/refusal'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'

/** What an edit starts from: the comment as the writer has seen it. */
export type Current = { id: string; revision: number; body: string }

export type Written = {
  paragraphId: string
  parentId?: string
  editing?: Current
  body: string
  quote: string
  clientId: string
  language: Language
}

/**
 * `problem`: a sentence for the writer; with `current`, the comment as somebody else or another window changed it;
 * `unreachable`, where nobody answered: what was sent may have arrived.
 */
export type Sent =
  | 'sign-in'
  | { id: string; status: CommentView['status'] }
  | { problem: string; current?: Current; unreachable?: boolean }

/** 128 random bits; secure contexts or not (a forum in a local network may have no HTTPS). */
export function newClientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends a comment or an edit to its JSON door. `sign-in`: the session is gone. */
export async function sendComment(written: Written): Promise<Sent> {
  const { editing, body, language } = written
  if (editing) return edit(editing, body, language)
  const input = { body, parentId: written.parentId, quote: written.quote || undefined, clientId: written.clientId }
  const posted = await knock('POST', `/api/paragraphs/${written.paragraphId}/comments`, input, language)
  if (posted === 'sign-in' || 'problem' in posted || posted.body === body) return posted
  // This form was posted before and the answer was lost: what was written since goes to the comment that stands there.
  const edited = await edit(posted, body, language)
  return typeof edited === 'object' && 'problem' in edited
    ? { problem: `${thread[language].postedBefore} ${edited.problem}` }
    : edited
}

async function edit({ id, revision }: { id: string; revision: number }, body: string, language: Language) {
  const sent = await knock('PATCH', `/api/comments/${id}`, { body, revision }, language)
  if (sent === 'sign-in' || !('code' in sent) || sent.code !== 'changed-meanwhile') return sent
  const now = await knock('GET', `/api/comments/${id}`, undefined, language)
  const known = typeof now === 'object' && 'revision' in now && now.body !== null
  return known ? { ...sent, current: { id, revision: now.revision, body: now.body ?? '' } } : sent
}

type Answer = 'sign-in' | CommentView | { problem: string; code?: string; unreachable?: boolean }

async function knock(method: string, address: string, input: unknown, language: Language): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method,
      ...(input ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) } : {}),
    })
    if (response.ok) return (await response.json()) as CommentView
    if (response.status === 401) return 'sign-in'
    const { code, facts } = (await response.json()) as { code?: unknown; facts?: Record<string, string | number> }
    // The door stops reading long before 10 MB; for the writer it is the same rule.
    const reason = code === 'too-large' ? 'body-too-long' : code
    if (!isRefusalCode(reason)) return { problem: thread[language].broken }
    return { problem: refusals[language][reason](facts ?? {}), code: reason }
  } catch {
    return { problem: thread[language].offline, unreachable: true }
  }
}
