'use client'
import { useEffect, useRef, useState } from 'react'
import { admission } from '@/messages/admission-work'
import type { Language } from '@/messages/language'

type Props = {
  /** As JSON. */
  challenge: string
  language: Language
}

/**
 * Works while the form is being filled in, so that nobody waits. A form that is sent before the work is done is sent when it is.
 * Without scripts, or where the browser has no cryptography (plain HTTP), nothing is shown and a moderator decides.
 */
export function ProofField({ challenge, language }: Props) {
  const t = admission[language]
  const field = useRef<HTMLInputElement>(null)
  const [waiting, setWaiting] = useState(false)

  useEffect(() => {
    const form = field.current?.form
    const stop = new AbortController()
    let working = true
    let submitter: HTMLElement | null | undefined
    const hold = (event: SubmitEvent) => {
      if (!working) return
      event.preventDefault()
      submitter = event.submitter
      setWaiting(true)
    }
    form?.addEventListener('submit', hold)
    void solve(challenge, stop)
      .catch(() => '')
      .then((proof) => {
        working = false
        if (field.current) field.current.value = proof
        setWaiting(false)
        if (submitter !== undefined) form?.requestSubmit(submitter)
      })
    return () => {
      stop.abort()
      form?.removeEventListener('submit', hold)
    }
  }, [challenge])

  return (
    <>
      <input ref={field} type="hidden" name="proof" defaultValue="" />
      <p role="status" className="text-[0.8125rem] text-ink-3">
        {waiting ? t.working : t.works}
      </p>
      <noscript>
        <p className="text-[0.8125rem] text-ink-3">{t.noScript}</p>
      </noscript>
    </>
  )
}

async function solve(challenge: string, stop: AbortController): Promise<string> {
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/pbkdf2'),
  ])
  const asked = JSON.parse(challenge)
  const solution = await solveChallenge({ challenge: asked, deriveKey, controller: stop })
  return solution ? JSON.stringify({ challenge: asked, solution }) : ''
}
