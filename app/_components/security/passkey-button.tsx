'use client'
import { useEffect, useRef, useState } from 'react'
import { button } from '@/ui/button'

type Props = {
  /** Make a new key of this account, or show one that was made. */
  act: 'make' | 'show'
  words: { button: string; failed: string }
}

/** Fills in what the browser's dialog answers, and sends the form it stands in. Without WebAuthn there is no button. */
export function PasskeyButton({ act, words }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [offered, setOffered] = useState(false)
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  useEffect(() => setOffered('PublicKeyCredential' in window), [])
  if (!offered) return null
  const ask = async () => {
    const input = field.current
    // The key's name, where one is asked for.
    if (!input?.form?.reportValidity()) return
    setState('asking')
    try {
      input.value = JSON.stringify(await answerOf(act))
      input.form.submit()
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <input type="hidden" name="credential" ref={field} />
      <button
        type="button"
        className={button('plain', 'min-h-11 justify-self-stretch px-5')}
        disabled={state === 'asking'}
        onClick={ask}
      >
        {words.button}
      </button>
      {state === 'failed' ? (
        <p role="alert" className="text-[0.8125rem] text-rubric-ink">
          {words.failed}
        </p>
      ) : null}
    </>
  )
}

async function answerOf(act: Props['act']) {
  const [webauthn, response] = await Promise.all([
    import('@simplewebauthn/browser'),
    fetch(`/api/passkeys/${act}`, { method: 'POST' }),
  ])
  if (!response.ok) throw new Error(`no options: ${response.status}`)
  const optionsJSON = await response.json()
  return act === 'make' ? webauthn.startRegistration({ optionsJSON }) : webauthn.startAuthentication({ optionsJSON })
}
