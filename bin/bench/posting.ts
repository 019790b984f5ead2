import type { Base } from './database'
import { drive } from './drive'
import type { Forum } from './forum'

const SENTENCES = [
  'The second paragraph takes the factory for granted, and I do not see why.',
  'A partner with spare lines would have been cheaper in the first three years.',
  'That argument holds for phones, where nobody asks who assembled them.',
  'Compare the years in which the company sold no car at all.',
]

/** As many comments as `count`, each with words of its own, from eight people at once; each waits for its answer. */
export function postComments(forum: Forum, base: Base, count: number) {
  const url = `${forum.address}/api/paragraphs/${forum.thread.paragraphId}/comments`
  let posted = 0
  return drive(base.tokens.length, (worker) => {
    if (posted >= count) return null
    posted++
    return postRequest(url, base.tokens[worker] ?? '', posted)
  })
}

export function postRequest(url: string, token: string, number: number) {
  const sentence = SENTENCES[number % SENTENCES.length] ?? ''
  return {
    url,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ body: `${sentence}\n\nNumber ${number}: the *margin* is where it is decided.` }),
  }
}
