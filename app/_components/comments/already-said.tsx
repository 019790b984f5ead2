'use client'
import { useEffect, useState } from 'react'
import { shownName } from '@/app/_components/people/shown-name'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { Similar } from '@/forum/similar/queries'
import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'
import { read, together, write } from './draft'
import { draftKey } from './draft-key'
import { sendVote } from './send-vote'

/** After a pause in typing, and once there is something to compare. */
const PAUSE_MS = 1_200
const LEAST = { letters: 24, characters: 10 }
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu

type Props = {
  paragraphId: string
  parentId: string | undefined
  body: string
  language: Language
  /** Its words went to another place: here they are no draft any more. */
  onGone: () => void
}

/** Comments that say what is being written, to add to instead. An offer: silent where it fails, gone for good when declined. */
export function AlreadySaid({ paragraphId, parentId, body, language, onGone }: Props) {
  const t = writing[language]
  const [found, setFound] = useState<Similar[]>([])
  const [declined, setDeclined] = useState(false)
  const asks = !declined && isEnough(body)
  useEffect(() => {
    if (!asks) {
      setFound([])
      return
    }
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      void ask(paragraphId, body, parentId, leaving.signal).then((comments) => comments && setFound(comments))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [asks, paragraphId, body, parentId])
  return (
    <>
      <p role="status" className="sr-only">
        {found.length > 0 ? t.alreadySaidCount(found.length) : ''}
      </p>
      {found.length > 0 ? (
        <section
          aria-label={t.alreadySaid}
          className="grid gap-2 rounded-md border border-rule bg-sunk px-3 py-2.5 text-sm"
        >
          <p>
            <b className="font-semibold">{t.alreadySaid}</b> <span className="text-ink-2">{t.alreadySaidHint}</span>
          </p>
          <ul className="grid max-h-[30dvh] gap-2.5 overflow-y-auto">
            {found.map((comment) => (
              <Offer
                key={comment.id}
                comment={comment}
                language={language}
                onAnswer={() => {
                  const key = draftKey(comment.paragraphId, comment.id)
                  // Where this device keeps nothing, the words stay where they are.
                  if (write(key, together(read(key), body))) onGone()
                  window.location.assign(inLanguage(language, `${commentPath(comment.id)}/reply`))
                }}
              />
            ))}
          </ul>
          <button
            type="button"
            onClick={() => setDeclined(true)}
            className={button('quiet', 'justify-self-start -ms-3')}
          >
            {t.notNow}
          </button>
        </section>
      ) : null}
    </>
  )
}

type OfferProps = { comment: Similar; language: Language; onAnswer: () => void }

function Offer({ comment, language, onAnswer }: OfferProps) {
  const t = writing[language]
  const [voted, setVoted] = useState(comment.voted)
  const [problem, setProblem] = useState<string>()
  const address = inLanguage(language, commentPath(comment.id))
  async function vote() {
    const sent = await sendVote(comment.id, true, language)
    if (sent === 'sign-in') return window.open(`${address}/vote`)
    setVoted('score' in sent)
    setProblem('problem' in sent ? sent.problem : undefined)
  }
  return (
    <li className="border-s-2 border-rule-strong ps-3">
      <p className="line-clamp-3 wrap-anywhere">
        <b className="font-semibold">{shownName(comment.handle, language)}</b> <span dir="auto">{comment.words}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-4 text-[0.8125rem] text-rubric-ink">
        {comment.own ? null : voted ? (
          <span className="text-ok">{t.votedForThis}</span>
        ) : (
          <button type="button" onClick={() => void vote()} className="py-1 underline pointer-coarse:min-h-11">
            {t.voteForThis}
          </button>
        )}
        <button type="button" onClick={onAnswer} className="py-1 underline pointer-coarse:min-h-11">
          {t.answerThere}
        </button>
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center py-1 underline pointer-coarse:min-h-11"
        >
          {t.openIt}
        </a>
      </p>
      {problem ? (
        <p role="alert" className="text-rubric-ink">
          {problem}
        </p>
      ) : null}
    </li>
  )
}

function isEnough(body: string): boolean {
  const characters = body.match(UNSPACED)?.length ?? 0
  return characters >= LEAST.characters || body.trim().length >= LEAST.letters
}

/** @returns nothing where it could not be asked: then what was found before stays */
async function ask(paragraphId: string, body: string, except: string | undefined, signal: AbortSignal) {
  try {
    const response = await fetch(`/api/paragraphs/${paragraphId}/similar`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body: body.slice(0, 4_000), except }),
      signal,
    })
    return response.ok ? ((await response.json()) as { comments: Similar[] }).comments : undefined
  } catch {
    return undefined
  }
}
